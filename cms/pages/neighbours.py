"""What stands beside a record: others on its themes, the set in which a picture hangs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from cms.moderation.models import public

from .entries import Entry, entries
from .models import GalleryItem, GalleryPage, ImageRecordPage, LegalDocumentPage
from .records import KINDS

RELATED = 4
READING = ("article", "gallery", "legal")


@dataclass(frozen=True)
class PictureSet:
    """A gallery around one of its pictures."""

    title: str
    url: str
    entries: list[Entry]
    place: int
    length: int
    before: Entry | None
    after: Entry | None


@dataclass(frozen=True)
class Replacements:
    """A legal document's place in the line of those that replace one another."""

    of: list[Any]
    by: list[Any]


def replacements(page: Any) -> Replacements:
    """Only public ones: a draft that is to replace a document is no news yet."""
    if not page.pk:
        return Replacements([], [])
    of = public(LegalDocumentPage.objects.filter(replaced_by=page.pk)).defer_streamfields()
    by = public(LegalDocumentPage.objects.filter(replaces=page.pk)).defer_streamfields()
    return Replacements(list(of), list(by))


def on_the_same_themes(page: Any, request: HttpRequest | None) -> list[Entry]:
    """Records in the page's language that share a theme with it."""
    themes = [theme.pk for theme in page.themes.all()]
    if not themes or not page.pk:
        return []
    first, *others = [
        kind.model.objects.public().filter(locale=page.locale_id, themes__in=themes).exclude(pk=page.pk).order_by()
        for kind in KINDS
        if kind.code in READING
    ]
    found = first.distinct().values_list("pk", "first_published_at")
    found = found.union(*(other.distinct().values_list("pk", "first_published_at") for other in others))
    return entries([pk for pk, published in found.order_by("-first_published_at")[:RELATED]], request)


def set_around(page: ImageRecordPage, request: HttpRequest | None) -> PictureSet | None:
    """The newest public gallery that shows the picture."""
    holding = GalleryItem.objects.filter(record=page.pk).values("gallery")
    gallery = GalleryPage.objects.public().filter(pk__in=holding).order_by("-first_published_at").first()
    if gallery is None:
        return None
    found = pictures_of(gallery, request)
    place = next((place for place, entry in enumerate(found) if entry.pk == page.pk), 0)
    return PictureSet(
        title=gallery.title,
        url=gallery.get_url(request) or "",
        entries=[entry for entry in found if entry.pk != page.pk],
        place=place + 1,
        length=len(found),
        before=found[place - 1] if place > 0 else None,
        after=found[place + 1] if place + 1 < len(found) else None,
    )


def pictures_of(gallery: Any, request: HttpRequest | None) -> list[Entry]:
    """The gallery's records that readers may see, in its order; what is not public leaves no trace."""
    chosen = [item.record_id for item in gallery.items.all()]
    shown = set(public(ImageRecordPage.objects.filter(pk__in=chosen)).values_list("pk", flat=True))
    return entries([pk for pk in chosen if pk in shown], request)
