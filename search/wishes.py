"""What a reader asks for, read from an address and written back into one: words, choices, order, page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from .engines import FACETS, NEWEST, ORDERS, PUBLIC_FACETS, RELEVANCE
from .questions import MAX_CHARACTERS
from .text import clean

PAGE_SIZE, MOST_VALUES, LONGEST_VALUE = 20, 20, 60
IN_ADDRESS = {facet: facet for facet in FACETS} | {"language": "l"}  # "lang" names the reader's own in the API
FIGURES = ("agency", "place", "year")
OF_PICTURES = ("orientation", "size")


@dataclass(frozen=True)
class Wish:
    """Words, choices, order, page, and the language of the reader."""

    typed: str = ""
    language: str = "vi"
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: str = RELEVANCE
    page: int = 1
    first: date | None = None
    last: date | None = None
    facets: tuple[str, ...] = PUBLIC_FACETS
    only: frozenset[str] | None = None  # families among which is searched; no address says it
    size: int = PAGE_SIZE

    @classmethod
    def read(cls, query: QueryDict, language: str, facets: tuple[str, ...] = PUBLIC_FACETS) -> Wish:
        """A wish from an address; what makes no sense there is as if it were not said."""
        chosen = {facet: values(query, facet) for facet in facets}
        first, last = in_turn(day(query.get("from", "")), day(query.get("to", "")))
        typed = clean(query.get("q", "")[: MAX_CHARACTERS * 20]).strip()
        return cls(
            typed=typed,
            language=language,
            chosen={facet: picked for facet, picked in chosen.items() if picked},
            order=order_of(query.get("order", ""), typed),
            page=figure(query.get("page", "")),
            first=first,
            last=last,
            facets=facets,
        )

    @property
    def is_empty(self) -> bool:
        """Nothing was asked for."""
        return not (self.typed or self.is_narrowed)

    @property
    def is_narrowed(self) -> bool:
        """Some filter is on."""
        return bool(self.chosen or self.first or self.last)

    @property
    def is_of_pictures(self) -> bool:
        """Nothing but pictures is asked for: then their shape and size can be chosen too."""
        return self.chosen.get("kind") == ("image",) or any(self.chosen.get(facet) for facet in OF_PICTURES)

    @property
    def counted(self) -> tuple[str, ...]:
        """The facets that the reader is shown."""
        return tuple(facet for facet in self.facets if self.is_of_pictures or facet not in OF_PICTURES)

    @property
    def is_long(self) -> bool:
        return len(self.typed) > MAX_CHARACTERS

    def has(self, facet: str, value: str) -> bool:
        return value in self.chosen.get(facet, ())

    def choosing(self, facet: str, *picked: str) -> Wish:
        """The same wish with other choices in one facet, from the first page."""
        others = {name: kept for name, kept in self.chosen.items() if name != facet}
        return replace(self, chosen=others | ({facet: picked} if picked else {}), page=1)

    def adding(self, facet: str, value: str) -> Wish:
        return self.choosing(facet, *self.chosen.get(facet, ()), value)

    def without(self, facet: str, value: str) -> Wish:
        return self.choosing(facet, *(kept for kept in self.chosen.get(facet, ()) if kept != value))

    def free(self) -> Wish:
        """The same words without any choice."""
        return replace(self, chosen={}, first=None, last=None, page=1)

    def on_any_day(self) -> Wish:
        return replace(self, first=None, last=None, page=1)

    def address(self, **more: str) -> str:
        """The query of an address that says all this again."""
        said = [("q", self.typed[:MAX_CHARACTERS])] if self.typed else []
        said += [(IN_ADDRESS[facet], value) for facet, picked in self.chosen.items() for value in picked]
        said += [(name, day.isoformat()) for name, day in (("from", self.first), ("to", self.last)) if day]
        said += [("order", self.order)] if self.order != order_of("", self.typed) else []
        said += [("page", str(self.page))] if self.page > 1 else []
        return "?" + urlencode([*said, *((name, value) for name, value in more.items() if value)])


def order_of(given: str, typed: str) -> str:
    """Without words nothing matches better than the rest: the newest stands first."""
    if given in ORDERS and (typed or given != RELEVANCE):
        return given
    return RELEVANCE if typed else NEWEST


def values(query: QueryDict, facet: str) -> tuple[str, ...]:
    """The values chosen in one facet, as far as they can be values of it."""
    given = dict.fromkeys(clean(value)[:LONGEST_VALUE] for value in query.getlist(IN_ADDRESS[facet])[:MOST_VALUES])
    return tuple(value for value in given if value and (facet not in FIGURES or is_figure(value)))


def day(value: str) -> date | None:
    """A day as addresses write it; what is none is as if it were not said."""
    try:
        return date.fromisoformat(value) if len(value) == len("2026-01-31") else None
    except ValueError:
        return None


def in_turn(first: date | None, last: date | None) -> tuple[date | None, date | None]:
    """Whoever gives the later day first means the same days."""
    return (last, first) if first and last and first > last else (first, last)


def is_figure(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 10


def figure(value: str) -> int:
    return max(int(value), 1) if is_figure(value) else 1
