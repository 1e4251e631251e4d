"""What stands between a draft and its judges: the missing pieces, each with a link to its field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from wagtail_localize.models import Translation

from . import services
from .choices import Event
from .models import ItemStatus, Missing
from .permissions import seat_for
from .transitions import allows


@dataclass(frozen=True)
class Lack:
    """One missing thing, and where it is given."""

    message: str
    url: str


def translation_of(item: Any) -> Translation | None:
    """The translation record, where the page is written in the translation editor."""
    known = Translation.objects.filter(
        source__object_id=item.translation_key, target_locale=item.locale_id, enabled=True
    )
    return known.select_related("source").first()


def may_hand_in(status: ItemStatus, user: Any) -> bool:
    """Whether the person may hand the item in as things stand."""
    return allows(status.state, Event.SUBMIT) and bool(seat_for(Event.SUBMIT, status, user))


def hand_in(item: Any, *, by: Any, declaration: bool) -> ItemStatus:
    """By the one service for pages, or the one for translations."""
    if translation := translation_of(item):
        return services.hand_in_translation(translation, by=by, declaration=declaration)
    return services.submit(item, by=by, declaration=declaration)


def missing(item: Any) -> list[Missing]:
    """What the latest draft lacks; of a translation, what is not yet translated."""
    if translation := translation_of(item):
        return services.untranslated(translation)
    return item.get_latest_revision_as_object().missing()


def with_links(found: list[Missing], item: Any) -> list[Lack]:
    edit = reverse("wagtailadmin_pages:edit", args=[item.pk])
    return [Lack(each.message, f"{edit}{anchor(each.field)}") for each in found]


def anchor(field: str) -> str:
    """The editor opens the tab in which the field stands (fields.js)."""
    return f"#field-{field}"
