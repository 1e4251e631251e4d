"""The list of a section as a reader sees it: lines, filters that are links, pages to turn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from .entries import Entry, entries, stretch
from .facets import Found, Tally, found, total
from .kinds import kind_name
from .records import FACETS, Wanted

PAGE_LENGTH = 20
PICTURES = ("image", "gallery")


@dataclass(frozen=True)
class Option:
    """A value of a filter: a link that switches it on, or off when it is on."""

    name: str
    number: int
    url: str
    is_on: bool


@dataclass(frozen=True)
class Facet:
    """One filter with its values."""

    code: str
    name: str
    options: list[Option]


@dataclass(frozen=True)
class Turn:
    """A place in the row of page numbers: a page, or the gap between pages that are far apart."""

    label: str
    url: str = ""
    is_current: bool = False
    is_gap: bool = False


@dataclass(frozen=True)
class Turns:
    """The pages of a list."""

    numbers: list[Turn]
    previous: str
    next: str


class SectionList:
    """What a section shows to one request. Asks the database only for what the template names."""

    def __init__(self, section: Page, request: HttpRequest) -> None:
        self.section, self.request = section, request
        self.wanted = Wanted.read(request.GET)

    @cached_property
    def found(self) -> Found:
        return found(self.section, self.wanted, request=self.request)

    @property
    def tallied(self) -> dict[str, list[Tally]]:
        return self.found.tallies

    @cached_property
    def total(self) -> int:
        return total(self.tallied, self.wanted)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Of which kinds the list can be at all."""
        return tuple(value.key for value in self.tallied["kind"])

    @property
    def is_pictures(self) -> bool:
        """Nothing but pictures is shown: they hang side by side."""
        return bool(self.entries) and all(entry.kind in PICTURES and entry.image for entry in self.entries)

    @property
    def among(self) -> Wanted:
        return self.wanted.among(self.kinds)

    @property
    def total_text(self) -> str:
        return intcomma(self.total)

    @cached_property
    def shown(self) -> Any:
        """The page of the list that is shown: the last one, when a reader asks for one beyond it."""
        return Paginator(range(self.total), PAGE_LENGTH).get_page(self.wanted.page)

    @cached_property
    def entries(self) -> list[Entry]:
        return entries(self.numbers((self.shown.number - 1) * PAGE_LENGTH), self.request, self.kinds)

    def numbers(self, start: int) -> list[int]:
        """Numbers of the records that answer, in the order wanted: those on the page that starts here."""
        if self.wanted.is_plain:
            return stretch(self.section, self.among, start, PAGE_LENGTH, self.request)
        found = self.found.numbers[::-1] if self.wanted.oldest_first else self.found.numbers
        return list(found[start : start + PAGE_LENGTH])

    @cached_property
    def facets(self) -> list[Facet]:
        names = facet_names()
        facets = [Facet(code, names[code], self.options(code)) for code in FACETS]
        return [facet for facet in facets if len(facet.options) > 1 or code_is_on(facet)]

    @cached_property
    def picked(self) -> list[Option]:
        """The filters that are on."""
        return [option for facet in self.facets for option in facet.options if option.is_on]

    @property
    def all_url(self) -> str:
        return self.address(Wanted(oldest_first=self.wanted.oldest_first))

    @property
    def orders(self) -> list[Option]:
        words = ((False, _("Newest first")), (True, _("Oldest first")))
        wanted = self.wanted
        return [
            Option(name, 0, self.address(Wanted(**wanted.filters, oldest_first=oldest)), wanted.oldest_first == oldest)
            for oldest, name in words
        ]

    @cached_property
    def turns(self) -> Turns:
        page, paginator = self.shown, self.shown.paginator
        numbers = [
            self.turn(number) for number in paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
        ]
        return Turns(
            numbers,
            previous=self.page_address(page.number - 1) if page.has_previous() else "",
            next=self.page_address(page.number + 1) if page.has_next() else "",
        )

    def turn(self, number: Any) -> Turn:
        if not isinstance(number, int):
            return Turn(str(number), is_gap=True)
        return Turn(str(number), self.page_address(number), is_current=number == self.shown.number)

    def options(self, facet: str) -> list[Option]:
        """The values of one filter; the one that is on stays, even when it leaves nothing."""
        chosen = getattr(self.wanted, facet)
        found = self.tallied[facet]
        if chosen and chosen not in {value.key for value in found}:
            found = [*found, Tally(chosen, "", 0)]
        return [self.option(facet, value, chosen) for value in found]

    def option(self, facet: str, value: Tally, chosen: str) -> Option:
        is_on = value.key == chosen
        name = (kind_name(value.key) if facet == "kind" else value.name) or value.key
        url = self.address(self.wanted.choosing(facet, "" if is_on else value.key))
        return Option(name, value.number, url, is_on)

    def page_address(self, number: int) -> str:
        return self.address(self.wanted, page=number)

    def address(self, wanted: Wanted, page: int = 1) -> str:
        """This list under other filters; what was chosen about light or dark stays."""
        query = dict(wanted.filters)
        if wanted.oldest_first:
            query["order"] = "oldest"
        if page > 1:
            query["page"] = str(page)
        if look := self.request.GET.get("look"):
            query["look"] = look
        return f"?{urlencode(query)}" if query else "?"


def section_context(section: Page, request: HttpRequest) -> dict[str, Any]:
    """What the template of a section shows."""
    return {"listing": SectionList(section, request)}


def code_is_on(facet: Facet) -> bool:
    return any(option.is_on for option in facet.options)


def facet_names() -> dict[str, str]:
    return {
        "kind": _("Kind"),
        "theme": _("Theme"),
        "field": _("Field"),
        "agency": _("Agency"),
        "year": _("Year"),
    }
