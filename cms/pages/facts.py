"""When, who, where, code: the ruled margin of a record, and the line by which it is cited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from .citations import agency_name, agency_today, citation
from .dates import later_day


@dataclass(frozen=True)
class Facts:
    """What stands beside the text of a record."""

    published: datetime | None
    changed: datetime | None
    agency: str
    agency_today: str
    place: str
    code: str
    outdated_since: date | None
    citation: str


def facts_of(page: Any) -> Facts:
    code = page.status.accession_number or "" if page.pk else ""
    return Facts(
        published=page.first_published_at,
        changed=later_day(page.first_published_at, page.last_published_at),
        agency=agency_name(page),
        agency_today=agency_today(page),
        place=place_of(page),
        code=code,
        outdated_since=page.outdated_since,
        citation=citation(page, code),
    )


def place_of(page: Any) -> str:
    """The place in words if it was given so, otherwise the units under the names they had."""
    return page.place_text or ", ".join(unit.name for unit in page.places.all())
