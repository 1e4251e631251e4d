"""The first page of a language: the lead story, what came last, the newest pictures, themes with their counts."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from .entries import Entry, entries, newest
from .facets import Tally, found
from .records import Wanted

LATEST = 9
PICTURES = 7
READING = ("article", "gallery", "legal", "statement", "release")
LEADS = ("article",)


class FrontPage:
    """What the home page shows to one request; all its records are fetched together."""

    def __init__(self, home: Any, request: HttpRequest | None) -> None:
        self.home, self.request = home, request

    @cached_property
    def latest_numbers(self) -> list[int]:
        return newest(self.home, LATEST, Wanted(kinds=READING), self.request)

    @cached_property
    def picture_numbers(self) -> list[int]:
        return newest(self.home, PICTURES, Wanted(kind="image"), self.request)

    @cached_property
    def entries(self) -> dict[int, Entry]:
        numbers = {*self.latest_numbers, *self.picture_numbers, *filter(None, [self.home.lead_id])}
        return {entry.pk: entry for entry in entries(sorted(numbers), self.request, ("image", *READING))}

    @cached_property
    def lead(self) -> Entry | None:
        """What the editor chose; otherwise the latest article with a picture; otherwise the latest record."""
        if chosen := self.entries.get(self.home.lead_id or 0):
            return chosen
        latest = self.chosen(self.latest_numbers)
        with_picture = (entry for entry in latest if entry.kind in LEADS and entry.image)
        return next(with_picture, latest[0] if latest else None)

    @cached_property
    def days(self) -> list[tuple[Any, list[Entry]]]:
        """The log: what came last, by its day of publication; the lead is not said twice if there is more."""
        latest = self.chosen(self.latest_numbers)
        others = [entry for entry in latest if entry != self.lead] or latest
        return [(day, list(found)) for day, found in groupby(others, key=lambda entry: entry.day)]

    @cached_property
    def pictures(self) -> list[Entry]:
        return [entry for entry in self.chosen(self.picture_numbers) if entry.image]

    @cached_property
    def tallied(self) -> dict[str, list[Tally]]:
        return found(self.home, Wanted(kinds=("image", *READING)), ("kind", "theme"), self.request).tallies

    @property
    def kinds(self) -> list[Tally]:
        return self.tallied["kind"]

    @property
    def themes(self) -> list[Tally]:
        return self.tallied["theme"]

    def chosen(self, numbers: list[int]) -> list[Entry]:
        return [self.entries[number] for number in numbers if number in self.entries]


def home_context(home: Page, request: HttpRequest | None) -> dict[str, Any]:
    """What the template of the home page shows."""
    return {"front": FrontPage(home, request)}
