"""What is in a part of the archive, by kind, theme, field, agency and year, and what each filter would leave.

One question brings what is needed of every record; the counting is done here, and done again only when something
public has changed. Asking whether a record is public is the dear part of the question, so it is asked once a record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, DateTimeField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import Page

from .freshness import while_fresh
from .records import FACETS, KINDS, Kind, Wanted, kinds_below, name_of, public_below

KIND_ORDER = [kind.code for kind in KINDS]
RELATIONS = {"theme": "themes", "field": "fields_of_management"}
COLUMNS = ("line_record", "line_facet", "line_key", "line_name", "line_year", "line_day")


@dataclass(frozen=True)
class Tally:
    """A value of a facet: its key in addresses, its name, and how many records have it."""

    key: str
    name: str
    number: int


@dataclass(frozen=True)
class Found:
    """What answers a reader's filters: numbers of the records, newest first, and what each other filter would leave."""

    numbers: tuple[int, ...]
    tallies: dict[str, list[Tally]]


@dataclass
class Inventory:
    """Every public record below a page with its values, and the names of the values."""

    records: dict[int, dict[str, set[str]]] = field(default_factory=dict)
    days: dict[int, Any] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)

    def note(self, record: int, facet: str, key: str | None, name: str = "") -> None:
        if key and record in self.records:
            self.records[record].setdefault(facet, set()).add(key)
            self.names[facet, key] = name

    def answering(self, filters: dict[str, str]) -> Iterator[tuple[int, dict[str, set[str]]]]:
        for number, values in self.records.items():
            if all(key in values.get(facet, ()) for facet, key in filters.items()):
                yield number, values

    def newest_first(self, filters: dict[str, str]) -> tuple[int, ...]:
        answering = (number for number, values in self.answering(filters))
        return tuple(sorted(answering, key=lambda number: (self.days[number], number), reverse=True))

    def tally(self, facet: str, wanted: Wanted) -> list[Tally]:
        """The values of one facet in the order readers see, counted under all other filters."""
        others = wanted.without(facet).filters
        counted = Counter(key for number, values in self.answering(others) for key in values.get(facet, ()))
        return in_order(facet, [Tally(key, self.names[facet, key], number) for key, number in counted.items()])


def found(top: Page, wanted: Wanted, facets: tuple[str, ...] = FACETS, request: HttpRequest | None = None) -> Found:
    """What answers, and what each filter would leave."""
    question = ("found", top.pk, wanted.filters, wanted.kinds, facets)
    return while_fresh(question, lambda: counted(top, wanted, facets), request)


def counted(top: Page, wanted: Wanted, facets: tuple[str, ...] = FACETS) -> Found:
    inventory = take_stock(top, wanted.kinds or kinds_below(top), facets)
    numbers = () if wanted.is_plain else inventory.newest_first(wanted.filters)
    return Found(numbers, {facet: inventory.tally(facet, wanted) for facet in facets})


def take_stock(top: Page, kinds: tuple[str, ...], facets: tuple[str, ...]) -> Inventory:
    """One question: a line for each record, then a line for each of its themes and fields."""
    inventory = Inventory()
    asked = [kind for kind in KINDS if kind.code in kinds]
    queries = [of_records(kind, top) for kind in asked]
    queries += [of_values(kind, top, facet) for kind in asked for facet in RELATIONS if facet in facets]
    lines = queries[0].union(*queries[1:], all=True) if queries else ()
    for record, facet, key, name, year, day in sorted(lines, key=lambda line: line[1] in RELATIONS):
        if facet in RELATIONS:
            inventory.note(record, facet, key, name)
        else:
            inventory.records[record], inventory.days[record] = {}, day
            inventory.note(record, "kind", facet)
            inventory.note(record, "agency", key, name)
            inventory.note(record, "year", year and str(year))
    return inventory


def of_records(kind: Kind, top: Page) -> QuerySet:
    """The public records of a kind: number, kind, agency, year, day."""
    return line(
        public_below(kind, top),
        facet=Value(kind.code),
        key=Cast("source_agency_id", CharField()),
        name=name_of("source_agency"),
        year=kind.year,
        day=F("first_published_at"),
    )


def of_values(kind: Kind, top: Page, facet: str) -> QuerySet:
    """The themes or fields of all records of a kind; those of records that are not public are passed over later."""
    relation = RELATIONS[facet]
    records = kind.model.objects.descendant_of(top).order_by().filter(**{f"{relation}__isnull": False})
    key, name = F(f"{relation}__code"), name_of(relation)
    nothing = {"year": Value(None, IntegerField()), "day": Value(None, DateTimeField())}
    return line(records, facet=Value(facet), key=key, name=name, **nothing)


def line(records: QuerySet, **columns: Any) -> QuerySet:
    texts = {f"line_{name}": Cast(columns.pop(name), CharField()) for name in ("facet", "key", "name")}
    others = {f"line_{name}": value for name, value in columns.items()}
    return records.annotate(line_record=F("pk"), **texts, **others).values_list(*COLUMNS)


def in_order(facet: str, values: list[Tally]) -> list[Tally]:
    if facet == "kind":
        return sorted(values, key=lambda value: KIND_ORDER.index(value.key))
    if facet == "year":
        return sorted(values, key=lambda value: value.key, reverse=True)
    return sorted(values, key=lambda value: (-value.number, value.name))


def total(tallies: dict[str, list[Tally]], wanted: Wanted) -> int:
    """How many records answer all filters together, read from the kinds' counts."""
    return sum(value.number for value in tallies["kind"] if wanted.kind in ("", value.key))
