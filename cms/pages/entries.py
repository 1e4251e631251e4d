"""Lines of a list: what it shows of each record, fetched for all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from cms.moderation.models import public

from .addresses import address
from .choices import HelpAudience
from .dates import later_day
from .freshness import while_fresh
from .languages import languages_of
from .models import HelpPage
from .pictures import ListedPicture, listed_pictures
from .records import HELP, KINDS, Kind, Wanted, name_of

COLUMNS = ("pk", "title", "url_path", "translation_key", "first_published_at", "last_published_at")
FACTS = ("entry_kind", "entry_intro", "entry_image", "entry_number", "entry_validity", "entry_agency")


@dataclass(frozen=True)
class Entry:
    """One record in a list."""

    pk: int
    kind: str
    title: str
    intro: str
    url: str
    number: str
    validity: str
    agency: str
    published_on: datetime | None
    last_published_on: datetime | None
    image: ListedPicture | None = None
    languages: list[str] = field(default_factory=list)
    language: str = ""  # of its words, where that is not the language of the page that shows it

    @property
    def changed_on(self) -> datetime | None:
        """The last change, where it came on a later day than the publication."""
        return later_day(self.published_on, self.last_published_on)

    @property
    def day(self) -> Any:
        return timezone.localdate(self.published_on) if self.published_on else None


def plain(top: Page, wanted: Wanted) -> QuerySet:
    """Numbers of the public pages below another that are of the kinds wanted, in their order; help for staff aside."""
    order = ("first_published_at", "pk") if wanted.oldest_first else ("-first_published_at", "-pk")
    types = [kind.content_type.pk for kind in KINDS if wanted.may_be(kind)]
    # The sum keeps databases from starting at the kind: walking down the days, they stop as soon as a list is full.
    found = Page.objects.descendant_of(top).alias(kind_of=F("content_type") + 0).filter(kind_of__in=types)
    if wanted.may_be(HELP):
        found = found.exclude(helppage__in=HelpPage.objects.exclude(help_audience=HelpAudience.EVERYBODY))
    return public(found).order_by(*order).values_list("pk", flat=True)


def stretch(top: Page, wanted: Wanted, start: int, length: int, request: HttpRequest | None = None) -> list[int]:
    """So many of these numbers, from one on."""
    question = ("stretch", top.pk, wanted, start, length)
    return while_fresh(question, lambda: list(plain(top, wanted)[start : start + length]), request)


def newest(top: Page, length: int, wanted: Wanted | None = None, request: HttpRequest | None = None) -> list[int]:
    return stretch(top, wanted or Wanted(), 0, length, request)


def entries(
    pks: Sequence[int], request: HttpRequest | None = None, kinds: Sequence[str] = (), *, name_languages: bool = True
) -> list[Entry]:
    """The lines for these records, in their order. What is not public leaves no line."""
    question = ("entries", tuple(pks), tuple(kinds), name_languages)
    return while_fresh(question, lambda: lines(pks, request, kinds, name_languages), request)


def lines(pks: Sequence[int], request: HttpRequest | None, kinds: Sequence[str], name_languages: bool) -> list[Entry]:
    rows = {row["pk"]: row for row in described(pks, kinds)}
    rows_in_order = [rows[pk] for pk in pks if pk in rows]
    images = listed_pictures({row["entry_image"] for row in rows_in_order} - {None})
    pages = [stub(row) for row in rows_in_order]
    languages = languages_of(pages) if name_languages else {}
    return [
        line(row, address(page, request), images.get(row["entry_image"]), languages.get(page.translation_key, []))
        for row, page in zip(rows_in_order, pages, strict=True)
    ]


def described(pks: Sequence[int], kinds: Sequence[str] = ()) -> Iterable[dict[str, Any]]:
    """What a list says of these records, of all kinds or of some, in one question."""
    asked = [kind for kind in KINDS if not kinds or kind.code in kinds]
    first, *others = [facts_of(kind, kind.model.objects.public().filter(pk__in=pks).order_by()) for kind in asked]
    return first.union(*others, all=True)


def facts_of(kind: Kind, found: QuerySet) -> QuerySet:
    return found.annotate(
        entry_kind=Value(kind.code, CharField()),
        entry_intro=Cast(kind.intro, CharField()),
        entry_image=kind.image,
        entry_number=Cast(kind.number, CharField()),
        entry_validity=Cast(kind.validity, CharField()),
        entry_agency=name_of("source_agency"),
    ).values(*COLUMNS, *FACTS)


def stub(row: dict[str, Any]) -> Page:
    """As much of a page as its address needs."""
    return Page(pk=row["pk"], url_path=row["url_path"], translation_key=row["translation_key"])


def line(row: dict[str, Any], url: str, image: Any, languages: list[str]) -> Entry:
    return Entry(
        pk=row["pk"],
        kind=row["entry_kind"],
        title=row["title"],
        intro=row["entry_intro"] or "",
        url=url,
        number=row["entry_number"] or "",
        validity=row["entry_validity"] or "",
        agency=row["entry_agency"] or "",
        published_on=row["first_published_at"],
        last_published_on=row["last_published_at"],
        image=image,
        languages=languages,
    )
