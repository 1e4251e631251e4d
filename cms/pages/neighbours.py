"""What stands beside a record: others on its themes, the set in which a picture hangs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from wagtail.models import Page

from cms.moderation.models import public

from .addresses import address
from .entries import Entry, entries
from .freshness import while_fresh
from .models import GalleryItem, GalleryPage, ImageRecordPage, LegalDocumentPage
from .records import KINDS, Kind

RELATED = 4
ALIKE = {"legal": ("legal",)}
READING = ("article", "gallery")


@dataclass(frozen=True)
class Neighbour:
    """Another record, as a line that leads to it."""

    title: str
    url: str


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
    newer, older = replacing(page.pk) if page.pk else (set(), set())
    if not newer | older:
        return Replacements([], [])
    documents = list(LegalDocumentPage.objects.public().filter(pk__in=newer | older).defer_streamfields())
    return Replacements(
        of=[document for document in documents if document.pk in older],
        by=[document for document in documents if document.pk in newer],
    )


def replacing(document: int) -> tuple[set[int], set[int]]:
    """Numbers of the documents that replace this one, and of those it replaces; most have none, and nothing follows."""
    pairs = LegalDocumentPage.replaces.through.objects.filter(
        Q(from_legaldocumentpage=document) | Q(to_legaldocumentpage=document)
    ).values_list("from_legaldocumentpage", "to_legaldocumentpage")
    found = list(pairs)
    return {new for new, old in found if old == document}, {old for new, old in found if new == document}


def on_the_same_themes(page: Any, request: HttpRequest | None) -> list[Neighbour]:
    """Records in the page's language that share a theme with it."""
    if not page.pk:
        return []
    return while_fresh(("themes", page.pk), lambda: sharing(page, request), request)


def sharing(page: Any, request: HttpRequest | None) -> list[Neighbour]:
    """The newest live ones are looked for first: whether everybody may read them is dear to ask of hundreds."""
    asked = [kind for kind in KINDS if kind.code in ALIKE.get(page.kind, READING)]
    alike = reduce(or_, (Q(pk__in=marked(kind, page)) for kind in asked))
    live = Page.objects.filter(alike, locale=page.locale_id, live=True).exclude(pk=page.pk)
    newest = live.order_by("-first_published_at")[: RELATED * 3]
    found = public(Page.objects.filter(pk__in=newest.values("pk"))).order_by("-first_published_at")
    return [Neighbour(each.title, address(each, request)) for each in found.only("title", "url_path")[:RELATED]]


def marked(kind: Kind, page: Any) -> QuerySet:
    """Numbers of the records of a kind that have a theme of this page."""
    themes = type(page).themes.through.objects.filter(**{type(page)._meta.model_name: page.pk}).values("theme")
    return kind.model.themes.through.objects.filter(theme__in=themes).values(kind.model._meta.model_name)


def set_around(page: ImageRecordPage, request: HttpRequest | None) -> PictureSet | None:
    """The newest public gallery in the page's language that shows the picture, in whatever language it was chosen."""
    return while_fresh(("set", page.pk), lambda: hanging_around(page, request), request)


def hanging_around(page: ImageRecordPage, request: HttpRequest | None) -> PictureSet | None:
    holding = GalleryItem.objects.filter(record__translation_key=page.translation_key).values("gallery")
    galleries = GalleryPage.objects.public().filter(pk__in=holding, locale=page.locale_id)
    gallery = galleries.order_by("-first_published_at").first()
    if gallery is None:
        return None
    found = pictures_of(gallery, request)
    place = next((place for place, entry in enumerate(found) if entry.pk == page.pk), 0)
    return PictureSet(
        title=gallery.title,
        url=address(gallery, request),
        entries=[entry for entry in found if entry.pk != page.pk],
        place=place + 1,
        length=len(found),
        before=found[place - 1] if place > 0 else None,
        after=found[place + 1] if place + 1 < len(found) else None,
    )


def pictures_of(gallery: Any, request: HttpRequest | None) -> list[Entry]:
    """The gallery's records that readers may see, in its order; what is not public leaves no trace."""
    pks = [item.record_id for item in gallery.items.all()] if gallery.pk else []
    question = ("pictures", tuple(pks), gallery.locale_id)
    return while_fresh(question, lambda: hung(pks, gallery.locale_id, request), request)


def hung(pks: list[int], locale: int, request: HttpRequest | None) -> list[Entry]:
    """Each record in the gallery's language where it is public in it; otherwise as it was chosen, and saying so."""
    own, languages = in_language(pks, locale)
    found = entries([own.get(pk, pk) for pk in pks], request, kinds=("image",), name_languages=False)
    return [replace(entry, language=languages.get(entry.pk, "")) for entry in found]


def in_language(pks: list[int], locale: int) -> tuple[dict[int, int], dict[int, str]]:
    """Records that are public in the language, by those chosen; and the languages of those that are not. One query."""
    family = Page.objects.filter(translation_key=OuterRef("translation_key"), locale=locale, alias_of=None)
    chosen = Page.objects.filter(pk__in=pks).exclude(locale=locale)
    rows = chosen.annotate(own=Subquery(public(family).values("pk")[:1]))
    told = list(rows.values_list("pk", "own", "locale__language_code"))
    return {pk: own for pk, own, _code in told if own}, {pk: code for pk, own, code in told if not own}
