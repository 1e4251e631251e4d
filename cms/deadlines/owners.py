"""What the owners of clocks say of their records: how a record is called on screen, and where it is worked on.

A clock knows neither. Letters and calendar feeds never name a record, whatever its owner says here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet, prefetch_related_objects

from .models import Deadline


class Owner(NamedTuple):
    """How records of one kind are called for a person, and their addresses in the admin."""

    title: Callable[[Any, Any], str]
    address: Callable[[Any], str]
    related: tuple[str, ...] = ()


_owners: dict[type[Model], Owner] = {}


def register(
    model: type[Model],
    *,
    title: Callable[[Any, Any], str],
    address: Callable[[Any], str],
    related: tuple[str, ...] = (),
) -> None:
    """From now on clocks on such records are shown by this title (record, user) with a link to this address (record).

    `related` names what both need beside the record; lists fetch it for all rows together.
    """
    _owners[model] = Owner(title, address, related)


def with_subjects(clocks: QuerySet[Deadline] | list[Deadline]) -> list[Deadline]:
    """Clocks with their records, one question for each kind of record and each thing beside it."""
    found = list(clocks)
    prefetch_related_objects(found, "subject")
    for model, owner in _owners.items():
        subjects = [each.subject for each in found if isinstance(each.subject, model)]
        if subjects and owner.related:
            prefetch_related_objects(subjects, *owner.related)
    return found


def title(deadline: Deadline, user: Any) -> str:
    """How the record is called for this person; nothing where its owner says nothing."""
    owner = owner_of(deadline)
    return owner.title(deadline.subject, user) if owner else ""


def address(deadline: Deadline) -> str:
    """Where the record is worked on; nothing where its owner says nothing."""
    owner = owner_of(deadline)
    return owner.address(deadline.subject) if owner else ""


def owner_of(deadline: Deadline) -> Owner | None:
    model = ContentType.objects.get_for_id(deadline.content_type_id).model_class()
    return _owners.get(model) if model and deadline.subject is not None else None
