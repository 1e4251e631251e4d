"""While the sample archive is made, what a row refers to is looked up once and then trusted: nothing of it goes away.

A page passes eight steps, and at each of them the revision, the workflow and the log ask for the same agency, language,
author and kind again, one after the other. That was every third question to the database.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import ForeignKey
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor
from modelcluster.models import ClusterableModel
from wagtail.models import Locale

CONSTANT = (ContentType, Locale)


@contextmanager
def trusting() -> Iterator[None]:
    """Check each reference once, and fetch each language and kind once."""
    with (
        replaced(ForeignKey, "validate", checked_once()),
        replaced(ForwardManyToOneDescriptor, "get_object", fetched_once()),
        replaced(ClusterableModel, "from_serializable_data", classmethod(unchecked)),
    ):
        yield


@contextmanager
def replaced(owner: type, name: str, stand_in: Any) -> Iterator[None]:
    usual = owner.__dict__[name]
    setattr(owner, name, stand_in)
    try:
        yield
    finally:
        setattr(owner, name, usual)


def checked_once() -> Any:
    usual, known = ForeignKey.validate, set[tuple[ForeignKey, Any]]()

    def validate(field: Any, value: Any, instance: Any) -> None:
        if (field, value) not in known:
            usual(field, value, instance)
            known.add((field, value))

    return validate


def fetched_once() -> Any:
    usual, known = ForwardManyToOneDescriptor.get_object, dict[tuple[type, Any], Any]()

    def get_object(descriptor: Any, instance: Any) -> Any:
        model = descriptor.field.remote_field.model
        if model not in CONSTANT:
            return usual(descriptor, instance)
        key = model, getattr(instance, descriptor.field.attname)
        if key not in known:
            known[key] = usual(descriptor, instance)
        return known[key]

    return get_object


USUAL = ClusterableModel.from_serializable_data.__func__  # type: ignore[attr-defined]


def unchecked(cls: Any, data: Any, check_fks: bool = False, strict_fks: bool = False) -> Any:
    """A revision that was just written refers to what is there."""
    return USUAL(cls, data, check_fks=False, strict_fks=strict_fks)
