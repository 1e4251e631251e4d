"""The results as the search page shows them: filters, tabs, lit chips, pages to turn."""

from dataclasses import replace
from functools import cached_property

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from cms.pages.listing import Turn, Turns

from .engines import MAX_HITS, NEWEST, OLDEST, RELEVANCE
from .facets import Facet, Option, facets
from .hits import Hit
from .queries import Results
from .saying import days
from .wishes import order_of

STRIP, FEWEST, ABOVE = 4, 3, 2


class ResultsScreen:
    """Everything the template names, made when it is named."""

    def __init__(self, results: Results, look: str = "") -> None:
        self.results, self.wish, self.look = results, results.wish, look

    @cached_property
    def facets(self) -> list[Facet]:
        return facets(self.wish, self.results.facets, self.look)

    @property
    def ticks(self) -> list[Facet]:
        """The filters of the form; kinds are tabs."""
        return [facet for facet in self.facets if facet.code != "kind"]

    @cached_property
    def tabs(self) -> list[Option]:
        """All records, then each kind with how many there are of it."""
        chosen = self.wish.chosen.get("kind")
        total = sum(self.results.facets["kind"].values()) if chosen else self.results.total
        kinds = next((facet.options for facet in self.facets if facet.code == "kind"), [])
        all_kinds = self.wish.choosing("kind").address(look=self.look)
        everything = Option("", _("All"), total, not chosen, all_kinds)
        return [everything, *(self.tab(option) for option in kinds)]

    def tab(self, option: Option) -> Option:
        return replace(option, address=self.wish.choosing("kind", option.value).address(look=self.look))

    @property
    def picked(self) -> list[Option]:
        """The filters that are on; each leads to the results without it."""
        chosen = [option for facet in self.ticks for option in facet.options if option.is_on]
        return [*chosen, *([self.days] if self.wish.first or self.wish.last else [])]

    @property
    def days(self) -> Option:
        """The stretch of days that is asked for."""
        return Option("", days(self.wish), 0, True, self.wish.on_any_day().address(look=self.look))

    @property
    def is_wall(self) -> bool:
        """Nothing but pictures is shown: they hang side by side."""
        return self.wish.chosen.get("kind") == ("image",)

    @cached_property
    def wall(self) -> list[Hit]:
        """The pictures that hang side by side."""
        return [hit for hit in self.results.hits if hit.image] if self.is_wall else []

    @cached_property
    def strip(self) -> list[Hit]:
        """Pictures that stand side by side among the results: on the first page, where several answer best."""
        pictures = [hit for hit in self.results.own if hit.entry.kind == "image" and hit.image]
        is_mixed = self.wish.page == 1 and not self.wish.chosen.get("kind") and self.wish.order == RELEVANCE
        return pictures[:STRIP] if is_mixed and len(pictures) >= FEWEST and len(self.results.own) > STRIP else []

    @cached_property
    def listed(self) -> list[Hit]:
        """The results that stand one below the other."""
        shown = self.results.own if self.wish.order == RELEVANCE else self.results.hits
        return [hit for hit in shown if hit not in self.strip and hit not in self.wall]

    @property
    def leading(self) -> list[Hit]:
        """The results above the pictures."""
        return self.listed[:ABOVE] if self.strip else self.listed

    @property
    def following(self) -> list[Hit]:
        return self.listed[ABOVE:] if self.strip else []

    @property
    def others(self) -> list[Hit]:
        """What exists in other languages only; in order of days it stands among the rest."""
        shown = self.results.others if self.wish.order == RELEVANCE else []
        return [hit for hit in shown if hit not in self.wall]

    @property
    def is_reordered(self) -> bool:
        return self.wish.order != order_of("", self.wish.typed)

    @property
    def all_pictures(self) -> Option | None:
        return next((tab for tab in self.tabs if tab.value == "image"), None)

    @property
    def free_address(self) -> str:
        return self.wish.free().address(look=self.look)

    @property
    def meant_address(self) -> str:
        """The results of what may have been meant."""
        return replace(self.wish.free(), typed=self.results.meant).address(look=self.look)

    @property
    def orders(self) -> list[Option]:
        words = ((RELEVANCE, _("Best match")), (NEWEST, _("Newest first")), (OLDEST, _("Oldest first")))
        return [
            Option(code, name, 0, self.wish.order == code, self.in_order(code))
            for code, name in words
            if self.wish.typed or code != RELEVANCE
        ]

    def in_order(self, order: str) -> str:
        return replace(self.wish, order=order, page=1).address(look=self.look)

    @cached_property
    def turns(self) -> Turns:
        shown = Paginator(range(min(self.results.total, MAX_HITS)), self.wish.size).get_page(self.wish.page)
        span = shown.paginator.get_elided_page_range(shown.number, on_each_side=2, on_ends=1)
        return Turns(
            [self.turn(number) for number in span],
            previous=self.page_address(shown.number - 1) if shown.has_previous() else "",
            next=self.page_address(shown.number + 1) if shown.has_next() else "",
        )

    @property
    def said(self) -> str:
        """The query of an address that asks for all of this from its first page, whatever the look."""
        return replace(self.wish, page=1).address()

    def turn(self, number: int | str) -> Turn:
        if not isinstance(number, int):  # the sign for a gap is a lazy translation
            return Turn(str(number), is_gap=True)
        return Turn(str(number), self.page_address(number), is_current=number == self.wish.page)

    def page_address(self, number: int) -> str:
        return replace(self.wish, page=number).address(look=self.look)
