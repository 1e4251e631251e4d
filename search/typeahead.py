"""Titles offered while a reader types: public ones, from any of their words on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from cms.moderation.models import public

from . import languages, titles
from .text import analyse, clean
from .titles import LONGEST_START, TitleStart

MOST = 8
SHORTEST, LONGEST = 2, 100  # letters typed
LOOKED_AT, LOOKED_THROUGH = 12, 48  # titles taken from one place; where they must be compared with what was typed
COLUMNS = ("entry__object_id", "entry__family", "entry__title", "entry__kind", "language")


@dataclass(frozen=True)
class Suggestion:
    """A published title, and where it is read."""

    title: str
    url: str
    kind: str
    language: str


def suggestions(typed: str, language: str) -> list[Suggestion]:
    """Titles that begin as typed, then those with a word that does; the reader's language first, a family once."""
    asked = clean(typed)[:LONGEST]
    spelled = analyse(asked)
    prefix = spelled.folded + " " * asked.endswith(" ") if spelled.folded else ""
    if len(prefix.strip()) < SHORTEST:
        return []
    found = Finder(prefix, spelled.exact if spelled.exact != spelled.folded else "").found(language)
    return confirmed(found)


class Finder:
    """Looks in one place after another, from the best on, and stops when it has enough."""

    def __init__(self, prefix: str, exact: str) -> None:
        self.prefix, self.exact = prefix, exact

    def found(self, language: str) -> list[dict[str, Any]]:
        seen: dict[str, dict[str, Any]] = {}
        for code, rank in places(language):
            if len(seen) >= MOST:
                break
            for row in self.rows(code, rank):
                seen.setdefault(row["entry__family"], row)
        return list(seen.values())

    def rows(self, code: str, rank: int) -> list[dict[str, Any]]:
        """Titles of one language; those with the very accents typed stand before the others."""
        rows = TitleStart.objects.filter(titles.beginning(self.prefix), language=code, rank=rank)
        found = [row for row in rows.order_by("start").values(*COLUMNS)[: self.room] if self.holds(row["entry__title"])]
        return sorted(found, key=lambda row: not self.holds_exactly(row["entry__title"])) if self.exact else found

    @property
    def room(self) -> int:
        is_compared = self.exact or len(self.prefix.encode()) > LONGEST_START
        return LOOKED_THROUGH if is_compared else LOOKED_AT

    def holds(self, title: str) -> bool:
        """The database compares beginnings only as far as it keeps them."""
        return f" {self.prefix}" in f" {analyse(title).folded} "

    def holds_exactly(self, title: str) -> bool:
        return f" {self.exact}" in f" {analyse(title).exact}"


def places(language: str) -> Iterator[tuple[str, int]]:
    """One language and rank after another: an index gives only one stretch in its order."""
    for code in (language, *(code for code in languages.codes() if code != language)):
        yield code, 0
        yield code, 1


def confirmed(found: list[dict[str, Any]]) -> list[Suggestion]:
    """Those that the database shows to everybody now."""
    pages = Page.objects.filter(pk__in=[row["entry__object_id"] for row in found]).only("url_path", "live")
    shown = {page.pk: page for page in public(pages)}
    rows = [row for row in found if row["entry__object_id"] in shown][:MOST]
    return [
        Suggestion(
            row["entry__title"], shown[row["entry__object_id"]].get_url() or "", row["entry__kind"], row["language"]
        )
        for row in rows
    ]
