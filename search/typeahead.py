"""Titles offered while a reader types: public ones, from any of their words on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from cms.moderation.models import public

from . import languages, titles
from .text import analyse, clean
from .titles import TitleStart

MOST = 8
SHORTEST, LONGEST = 2, 100  # letters typed
LOOKED_AT = 48  # titles looked at for each question to the database
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
    """Looks in four places, from the best on, and stops when it has enough."""

    def __init__(self, prefix: str, exact: str) -> None:
        self.prefix, self.exact = prefix, exact

    def found(self, language: str) -> list[dict[str, Any]]:
        seen: dict[str, dict[str, Any]] = {}
        for codes, is_first in places(language):
            if len(seen) >= MOST * 2:
                break
            for row in self.rows(codes, is_first=is_first):
                seen.setdefault(row["entry__family"], row)
        return list(seen.values())

    def rows(self, codes: list[str], *, is_first: bool) -> list[dict[str, Any]]:
        """Titles in these languages; those with the very accents typed stand before the others."""
        rows = TitleStart.objects.filter(titles.beginning(self.prefix), language__in=codes, is_first=is_first)
        found = [row for row in rows.order_by("start").values(*COLUMNS)[:LOOKED_AT] if self.holds(row["entry__title"])]
        return sorted(found, key=lambda row: not self.holds_exactly(row["entry__title"])) if self.exact else found

    def holds(self, title: str) -> bool:
        """The database compares beginnings only as far as it keeps them."""
        return f" {self.prefix}" in f" {analyse(title).folded} "

    def holds_exactly(self, title: str) -> bool:
        return f" {self.exact}" in f" {analyse(title).exact}"


def places(language: str) -> Iterator[tuple[list[str], bool]]:
    others = [code for code in languages.codes() if code != language]
    for codes in filter(None, ([language], others)):
        yield codes, True
        yield codes, False


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
