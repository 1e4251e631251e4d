"""Whether a file may be read: it is public while something public shows it, and gone when that was withdrawn."""

from __future__ import annotations

from enum import Enum
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from cms.moderation.models import ItemStatus, Moderated, public


class Shown(Enum):
    """What the public may know of a file."""

    PUBLIC = 200
    GONE = 410
    UNKNOWN = 404


def shown(file: Any) -> Shown:
    """Public by any public item that shows it; gone if a withdrawn one did; otherwise nobody's business."""
    pages, others = users_of(file)
    if public(Page.objects.filter(pk__in=pages)).exists() or any(
        public(model._base_manager.filter(pk__in=keys)).exists() for model, keys in others.items()
    ):
        return Shown.PUBLIC
    base = ContentType.objects.get_for_model(Page)
    withdrawn = ItemStatus.objects.filter(base_content_type=base, object_id__in=[str(key) for key in pages])
    return Shown.GONE if withdrawn.exclude(withdrawn_at=None).exists() else Shown.UNKNOWN


def users_of(file: Any) -> tuple[list[int], dict[Any, list[Any]]]:
    """Numbers of the pages that use a file, and of other moderated things, by kind."""
    pages: list[int] = []
    others: dict[Any, list[Any]] = {}
    for use in ReferenceIndex.get_references_to(file).values_list("base_content_type", "object_id").distinct():
        model = ContentType.objects.get_for_id(use[0]).model_class()
        if model is Page:
            pages.append(int(use[1]))
        elif model and issubclass(model, Moderated):
            others.setdefault(model, []).append(use[1])
    return pages, others
