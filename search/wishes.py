"""What a reader asks for, read from an address and written back into one: words, choices, order, page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict

from .engines import FACETS, NEWEST, ORDERS, RELEVANCE
from .questions import MAX_CHARACTERS
from .text import clean

PAGE_SIZE, MOST_VALUES, LONGEST_VALUE = 20, 20, 60
IN_ADDRESS = {facet: facet for facet in FACETS} | {"language": "l"}  # "lang" names the reader's own in the API
FIGURES = ("agency", "year")


@dataclass(frozen=True)
class Wish:
    """Words, choices, order, page, and the language of the reader."""

    typed: str = ""
    language: str = "vi"
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: str = RELEVANCE
    page: int = 1
    size: int = PAGE_SIZE

    @classmethod
    def read(cls, query: QueryDict, language: str) -> Wish:
        """A wish from an address; what makes no sense there is as if it were not said."""
        chosen = {facet: values(query, facet) for facet in FACETS}
        typed = clean(query.get("q", "")[: MAX_CHARACTERS * 20]).strip()
        return cls(
            typed=typed,
            language=language,
            chosen={facet: picked for facet, picked in chosen.items() if picked},
            order=order_of(query.get("order", ""), typed),
            page=figure(query.get("page", "")),
        )

    @property
    def is_empty(self) -> bool:
        """Nothing was asked for."""
        return not self.typed and not self.chosen

    @property
    def is_long(self) -> bool:
        return len(self.typed) > MAX_CHARACTERS

    def has(self, facet: str, value: str) -> bool:
        return value in self.chosen.get(facet, ())

    def choosing(self, facet: str, *picked: str) -> Wish:
        """The same wish with other choices in one facet, from the first page."""
        others = {name: kept for name, kept in self.chosen.items() if name != facet}
        return replace(self, chosen=others | ({facet: picked} if picked else {}), page=1)

    def without(self, facet: str, value: str) -> Wish:
        return self.choosing(facet, *(kept for kept in self.chosen.get(facet, ()) if kept != value))

    def free(self) -> Wish:
        """The same words without any choice."""
        return replace(self, chosen={}, page=1)

    def address(self, **more: str) -> str:
        """The query of an address that says all this again."""
        said = [("q", self.typed[:MAX_CHARACTERS])] if self.typed else []
        said += [(IN_ADDRESS[facet], value) for facet, picked in self.chosen.items() for value in picked]
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


def is_figure(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 10


def figure(value: str) -> int:
    return max(int(value), 1) if is_figure(value) else 1
