"""When, who, where, code: the ruled margin of a record, and the line by which it is cited."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.conf import settings

from . import citations
from .dates import later_day
from .languages import Version
from .translations import outdated_since


class Facts:
    """What stands beside the text of a record. Each is looked up when a template names it, and only then."""

    def __init__(self, page: Any, versions: list[Version], *, is_draft: bool = False) -> None:
        self.page, self.versions, self.is_draft = page, versions, is_draft

    @property
    def published(self) -> datetime | None:
        return self.page.first_published_at

    @property
    def changed(self) -> datetime | None:
        return later_day(self.page.first_published_at, self.page.last_published_at)

    @property
    def agency(self) -> str:
        return citations.agency_name(self.page)

    @cached_property
    def agency_today(self) -> str:
        return citations.agency_today(self.page)

    @cached_property
    def place(self) -> str:
        """The place in words if it was given so, otherwise the units under the names they had."""
        return self.page.place_text or ", ".join(unit.name for unit in self.page.places.all())

    @cached_property
    def code(self) -> str:
        """The number under which the archive keeps it; a draft has none."""
        if hasattr(self.page, "record_code"):
            return self.page.record_code or ""
        return (self.page.status.accession_number or "") if self.page.pk else ""

    @property
    def citation(self) -> str:
        return citations.citation(self.page, self.code)

    @cached_property
    def source(self) -> Version | None:
        """The public text from which this one was translated."""
        found = (version for version in self.versions if version.code == settings.LANGUAGE_CODE and version.url)
        return next((version for version in found if not version.is_current), None)

    @cached_property
    def outdated_since(self) -> date | None:
        """The day on which the source changed after this translation was made."""
        return outdated_since(self.page, is_draft=self.is_draft) if self.source else None
