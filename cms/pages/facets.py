"""How many records each filter would leave, all facets in one question to the database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, QuerySet, Value
from django.db.models.functions import Cast
from wagtail.models import Page

from .freshness import while_fresh
from .records import FACETS, KINDS, Kind, Wanted, kinds_below, name_of, records

KIND_ORDER = [kind.code for kind in KINDS]


@dataclass(frozen=True)
class Tally:
    """A value of a facet: its key in addresses, its name, and how many records have it."""

    key: str
    name: str
    number: int


Tallies = dict[str, list[Tally]]


def tallies(top: Page, wanted: Wanted, facets: tuple[str, ...] = FACETS, request: Any = None) -> Tallies:
    """For each facet its values, in the order readers see; counted under all other filters, not under its own."""
    question = ("tallies", top.pk, wanted, facets)
    return while_fresh(question, lambda: counted(top, wanted, facets), request)


def counted(top: Page, wanted: Wanted, facets: tuple[str, ...]) -> Tallies:
    wanted = wanted if wanted.kinds else wanted.among(kinds_below(top))
    queries = [query for facet in facets for query in counting(facet, top, wanted)]
    if not queries:
        return {facet: [] for facet in facets}
    first, *others = queries
    sums: dict[str, dict[tuple[str, str], int]] = {facet: {} for facet in facets}
    for facet, key, name, number in first.union(*others, all=True):
        if key:
            sums[facet][key, name] = sums[facet].get((key, name), 0) + number
    return {facet: in_order(facet, found) for facet, found in sums.items()}


def in_order(facet: str, found: dict[tuple[str, str], int]) -> list[Tally]:
    values = [Tally(key, name or "", number) for (key, name), number in found.items()]
    if facet == "kind":
        return sorted(values, key=lambda value: KIND_ORDER.index(value.key))
    if facet == "year":
        return sorted(values, key=lambda value: value.key, reverse=True)
    return sorted(values, key=lambda value: (-value.number, value.name))


def counting(facet: str, top: Page, wanted: Wanted) -> Iterator[QuerySet]:
    """The queries that count one facet, one for each kind of record."""
    for kind, found in records(top, wanted.without(facet)):
        key, name = columns(facet, kind)
        yield (
            found.annotate(
                tally_facet=Value(facet, CharField()),
                tally_key=Cast(key, CharField()),
                tally_name=Cast(name, CharField()),
            )
            .values("tally_facet", "tally_key", "tally_name")
            .annotate(tally_number=Count("pk"))
            .values_list("tally_facet", "tally_key", "tally_name", "tally_number")
        )


def columns(facet: str, kind: Kind) -> tuple[Any, Any]:
    """Where a kind keeps the value of a facet, and the name that readers know it by."""
    return {
        "kind": (Value(kind.code), Value("")),
        "theme": ("themes__code", name_of("themes")),
        "field": ("fields_of_management__code", name_of("fields_of_management")),
        "agency": ("source_agency_id", name_of("source_agency")),
        "year": (kind.year, Value("")),
    }[facet]


def total(tallied: Tallies, wanted: Wanted) -> int:
    """How many records answer all filters together, read from the kinds' counts."""
    return sum(value.number for value in tallied["kind"] if wanted.kind in ("", value.key))
