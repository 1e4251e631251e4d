"""Which records readers may list: the kinds, where each keeps what a list needs, and what a reader asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, F, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, ExtractYear, NullIf
from django.http import QueryDict
from django.utils.translation import get_language
from wagtail.models import Page

from .choices import HelpAudience
from .models import (
    ArticlePage,
    ClarificationStatementPage,
    GalleryItem,
    GalleryPage,
    HelpPage,
    ImageRecordPage,
    LegalDocumentPage,
    PressReleasePage,
)

FACETS = ("kind", "theme", "field", "agency", "year")
SOURCE_LANGUAGE = "vi"
HAPPENED = Coalesce(ExtractYear("activity_date"), ExtractYear("first_published_at"))
SAID = Coalesce(ExtractYear("said_on"), HAPPENED)
RELEASED = Coalesce(ExtractYear("released_on"), HAPPENED)
ISSUED = Coalesce(ExtractYear("issued_on"), HAPPENED)


def shown_items() -> QuerySet:
    """The pictures of the outer gallery that readers may see."""
    return GalleryItem.objects.filter(gallery=OuterRef("pk"), record__in=ImageRecordPage.objects.public())


FIRST_PICTURE = Subquery(shown_items().order_by("sort_order").values("record__image")[:1])
HOW_MANY = Subquery(shown_items().order_by().values("gallery").annotate(number=Count("pk")).values("number"))


@dataclass(frozen=True)
class Kind:
    """A kind of record that lists show, and where it keeps what a list needs."""

    code: str
    model: Any
    intro: str = "intro"
    image: Any = Value(None, IntegerField())
    number: Any = Value("")
    validity: Any = Value("")
    year: Any = HAPPENED

    @property
    def content_type(self) -> ContentType:
        return ContentType.objects.get_for_model(self.model)


HELP = Kind("help", HelpPage)
KINDS = (
    Kind("article", ArticlePage, image=F("cover")),
    Kind("image", ImageRecordPage, intro="caption", image=F("image")),
    Kind("gallery", GalleryPage, image=FIRST_PICTURE, number=HOW_MANY),
    Kind("legal", LegalDocumentPage, number=F("number"), validity=F("validity"), year=ISSUED),
    Kind("statement", ClarificationStatementPage, validity=F("standing"), year=SAID),
    Kind("release", PressReleasePage, number=F("number"), year=RELEASED),
    HELP,
)


@dataclass(frozen=True)
class Wanted:
    """What a reader asks to see: at most one value a facet, the order, and the page of the list."""

    kind: str = ""
    theme: str = ""
    field: str = ""
    agency: str = ""
    year: str = ""
    oldest_first: bool = False
    page: int = 1
    kinds: tuple[str, ...] | None = None  # of which kinds the list is at all; None: of all

    @classmethod
    def read(cls, query: QueryDict) -> Wanted:
        """Filters from an address; what makes no sense there is as if it were not said."""
        words: dict[str, Any] = {name: query.get(name, "")[:100].replace("\x00", "") for name in FACETS}
        words |= {name: words[name] if is_number(words[name]) else "" for name in ("year", "agency")}
        page = query.get("page", "")
        number = max(int(page), 1) if is_number(page) else 1
        return cls(**words, oldest_first=query.get("order") == "oldest", page=number)

    @property
    def filters(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in FACETS if getattr(self, name)}

    def without(self, facet: str) -> Wanted:
        return replace(self, **dict[str, Any]({facet: ""}))

    @property
    def is_plain(self) -> bool:
        """Nothing is asked but kinds, which every page knows of itself."""
        return not self.filters.keys() - {"kind"}

    def may_be(self, kind: Kind) -> bool:
        return self.kind in ("", kind.code) and (self.kinds is None or kind.code in self.kinds)

    def among(self, kinds: tuple[str, ...]) -> Wanted:
        """The same, of no other kinds than these."""
        return replace(self, kinds=kinds if self.kinds is None else tuple(kind for kind in kinds if kind in self.kinds))

    def choosing(self, facet: str, value: str) -> Wanted:
        return replace(self, **dict[str, Any]({facet: value, "page": 1}))


def is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 7


def kinds_below(top: Page) -> tuple[str, ...]:
    """Codes of the kinds that stand below a page at all: a section asks nothing of kinds it does not have."""
    types = set(Page.objects.descendant_of(top).order_by().values_list("content_type", flat=True).distinct())
    return tuple(kind.code for kind in KINDS if kind.content_type.pk in types)


def public_below(kind: Kind, top: Page) -> QuerySet:
    found = kind.model.objects.descendant_of(top).public().order_by()
    return found.filter(help_audience=HelpAudience.EVERYBODY) if kind.model is HelpPage else found


def name_of(relation: str) -> Any:
    return word_of(f"{relation}__name")


def word_of(field: str) -> Any:
    """A text kept in every language: in the reader's, or in Vietnamese where it has none yet."""
    column = (get_language() or SOURCE_LANGUAGE).replace("-", "_")
    translated = NullIf(F(f"{field}_{column}"), Value(""), output_field=CharField())
    return Coalesce(translated, F(f"{field}_{SOURCE_LANGUAGE}"), output_field=CharField())
