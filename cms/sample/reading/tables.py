"""The tables of the sample archive: its agencies, units, people, taxonomies, checklist and galleries."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from cms.sample.reading.frontmatter import UnreadableTextError, read_toml

Row = TypeVar("Row")


@dataclass(frozen=True)
class AgencyRow:
    """A body that holds or supplies data. `valid_to` is its last day."""

    key: str
    eid: str
    name_vi: str
    name_en: str
    short_name: str
    kind: str
    valid_from: date
    valid_to: date | None = None
    parent: str = ""
    home_unit: str = ""
    phone: str = ""
    email: str = ""
    quota: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class UnitRow:
    """A territory with the days on which it existed. `valid_to` is its last day."""

    key: str
    code: str
    name_vi: str
    name_en: str
    level: str
    valid_from: date
    valid_to: date | None = None
    parent: str = ""


@dataclass(frozen=True)
class SuccessionRow:
    """How one body or unit gives way to another; an abolished one has no successor."""

    predecessor: str
    kind: str
    effective_on: date
    legal_basis: str
    successor: str = ""
    function: str = ""
    share_note: str = ""


@dataclass(frozen=True)
class FunctionRow:
    """Which agency holds a function. `valid_to` is its last day."""

    code: str
    agency: str
    valid_from: date
    legal_basis: str
    valid_to: date | None = None


@dataclass(frozen=True)
class PersonRow:
    """One natural person and the seat this person sits on."""

    key: str
    email: str
    name: str
    role: str
    position: str
    position_en: str
    agency: str
    seat: str
    phone: str
    document_number: str
    document_date: date


@dataclass(frozen=True)
class DelegationRow:
    """A written, dated permission to decide in another's place."""

    giver: str
    taker: str
    scope: str
    scope_en: str
    valid_from: date
    valid_to: date
    document_number: str
    document_date: date


@dataclass(frozen=True)
class TermRow:
    """A word of a taxonomy in the three languages of the archive."""

    code: str
    name_vi: str
    name_en: str
    name_fr: str
    intro_vi: str = ""
    intro_en: str = ""


@dataclass(frozen=True)
class ChecklistRow:
    """One question a moderator answers, and the article that asks it."""

    code: str
    text_vi: str
    text_en: str
    hint_vi: str
    hint_en: str
    mandatory: bool
    source: str


@dataclass(frozen=True)
class GalleryRow:
    """A set of pictures in the order in which they are shown."""

    key: str
    agency: str
    title_vi: str
    title_en: str
    slug_vi: str
    slug_en: str
    intro_vi: str
    intro_en: str
    activity_date: date
    author: str
    pictures: tuple[str, ...]
    themes: tuple[str, ...]
    fields: tuple[str, ...]
    state: str = "published"
    state_en: str = "published"
    precision: str = "day"


def read_agencies(folder: Path) -> list[AgencyRow]:
    return _rows(folder / "agencies.toml", "agencies", AgencyRow)


def read_agency_successions(folder: Path) -> list[SuccessionRow]:
    return _rows(folder / "agencies.toml", "successions", SuccessionRow)


def read_functions(folder: Path) -> list[FunctionRow]:
    return _rows(folder / "agencies.toml", "functions", FunctionRow)


def read_units(folder: Path) -> list[UnitRow]:
    return _rows(folder / "units.toml", "units", UnitRow)


def read_unit_successions(folder: Path) -> list[SuccessionRow]:
    return _rows(folder / "units.toml", "successions", SuccessionRow)


def read_people(folder: Path) -> list[PersonRow]:
    return _rows(folder / "people.toml", "people", PersonRow)


def read_delegations(folder: Path) -> list[DelegationRow]:
    return _rows(folder / "people.toml", "delegations", DelegationRow)


def read_themes(folder: Path) -> list[TermRow]:
    return _rows(folder / "taxonomies.toml", "themes", TermRow)


def read_fields(folder: Path) -> list[TermRow]:
    return _rows(folder / "taxonomies.toml", "fields", TermRow)


def read_checklist(folder: Path) -> list[ChecklistRow]:
    return _rows(folder / "checklist.toml", "lines", ChecklistRow)


def read_galleries(folder: Path) -> list[GalleryRow]:
    return _rows(folder / "galleries.toml", "galleries", GalleryRow)


def _rows(path: Path, table: str, kind: type[Row]) -> list[Row]:
    return [_row(path, kind, values) for values in read_toml(path)[table]]


def _row(path: Path, kind: type[Row], values: dict[str, Any]) -> Row:
    fixed = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    try:
        return kind(**fixed)
    except TypeError as error:
        raise UnreadableTextError(path, str(error)) from error
