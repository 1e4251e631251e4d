"""What the text under review is laid beside: the public text, the returned one, or another language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Revision

from . import differences, looks
from .choices import Event
from .models import ItemStatus


@dataclass(frozen=True)
class Side:
    """One text that can stand on the left."""

    name: str
    label: str
    revision: Revision | None = None
    is_other_language: bool = False


@dataclass(frozen=True)
class Comparison:
    """Two texts, the rows of their comparison, and what else could stand on the left."""

    left: Side | None
    sides: list[Side]
    rows: list[differences.Row]

    @property
    def runs(self) -> list[dict[str, Any]]:
        return differences.runs(self.rows)

    @property
    def is_empty(self) -> bool:
        return all(row.is_same for row in self.rows)

    @property
    def pictures(self) -> list[differences.Row]:
        return [row for row in self.rows if row.right_image]


def asked(status: ItemStatus, item: Any) -> Any:
    """The revision to be judged, or the latest where nothing is."""
    if status.is_waiting and status.submission:
        return status.submission.revision
    return item.get_latest_revision()


def refuse_another_text(revision: Revision, read: str) -> None:
    """A decision is on the text that was on the screen."""
    if revision and read != str(revision.pk):
        raise ValidationError(_("The text has changed since you opened this screen. Read it again, then decide."))


def compare(status: ItemStatus, item: Any, revision: Any, against: str) -> Comparison:
    """Lay the text beside what was asked for, or what serves its judge best."""
    found = sides(status, item, revision)
    left = next((side for side in found if side.name == against), found[0] if found else None)
    if revision is None:
        return Comparison(None, found, [])
    return Comparison(left, found, rows(left, revision.as_object()))


def rows(left: Side | None, asked_for: Any) -> list[differences.Row]:
    if left is None or left.revision is None:
        return differences.alone(asked_for)
    other = left.revision.as_object()
    return differences.parallel(other, asked_for) if left.is_other_language else differences.between(other, asked_for)


def sides(status: ItemStatus, item: Any, revision: Any) -> list[Side]:
    """Public first, then what was returned, then the source, then it alone, then other languages."""
    own = [side for side in (public_side(item, revision), returned_side(status, revision)) if side]
    others = [side for side in map(language_side, other_languages(item)) if side]
    source = [side for side in others if side.name == Locale.get_default().language_code]
    alone = Side("alone", _("Alone"))
    return [*own, *source, alone, *(side for side in others if side not in source)]


def public_side(item: Any, revision: Any) -> Side | None:
    if not item.live or revision is None or item.live_revision_id in (None, revision.pk):
        return None
    return Side("public", _("Public now"), item.live_revision)


def returned_side(status: ItemStatus, revision: Any) -> Side | None:
    """The text as it was when it was last given back."""
    back = status.steps.filter(event__in=[Event.RETURN, Event.AGENCY_RETURN]).exclude(revision=None).last()
    if back is None or revision is None or back.revision_id == revision.pk:
        return None
    return Side("returned", _("As it was returned"), back.revision)


def other_languages(item: Any) -> list[Any]:
    others = Page.objects.filter(translation_key=item.translation_key, alias_of=None).exclude(pk=item.pk)
    return list(others.select_related("locale", "latest_revision", "live_revision"))


def language_side(page: Any) -> Side | None:
    """Another language: the public text where there is one, else its latest draft."""
    code = page.locale.language_code
    revision = page.live_revision if page.live and page.live_revision else page.latest_revision
    name = dict(looks.content_languages()).get(code, code)
    return Side(code, str(name), revision, is_other_language=True) if revision else None


def source_of(item: Any) -> Any:
    """The page of which this is a translation."""
    if item.locale_id == Locale.get_default().pk:
        return None
    return Page.objects.filter(translation_key=item.translation_key, locale=Locale.get_default()).first()
