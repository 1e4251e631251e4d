"""How a record is cited, and who answers for it: names stay as they were on the day."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from cms.core import clock

from .dates import day

ARCHIVE = "Hải Đăng"


def citation(page: Any, code: str) -> str:
    """One line that a reader can copy: archive, agency, title, day, code."""
    parts = [ARCHIVE, agency_name(page), f"“{page.title}”", day(page.first_published_at), code]
    return ", ".join(part for part in parts if part)


def picture_credit(image: Any) -> str:
    """The line that must stand under the picture wherever it is used."""
    if not image.credit:
        return ARCHIVE
    return _("Photo: %(credit)s / %(archive)s") % {"credit": image.credit, "archive": ARCHIVE}


def agency_name(page: Any) -> str:
    """The agency under the name it had when it answered for the page."""
    return page.source_agency.name if page.source_agency_id else ""


def agency_today(page: Any) -> str:
    """Who stands in the agency's place today, when it is another."""
    agency = page.source_agency
    if agency is None or agency.is_valid(clock.today()):
        return ""
    successor = agency.successor()
    return successor.name if successor else ""
