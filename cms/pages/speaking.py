"""Who speaks in a statement or a release: a spokesperson, or somebody delegated for the matter, on its day."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.core import clock
from cms.moderation.models import Missing

from .dates import day


def lacking(page: Any) -> list[Missing]:
    """What keeps the page from being handed in: nobody speaks, or nobody who may."""
    if not page.spokesperson_id and not page.delegation_id:
        return [Missing("spokesperson", _("Name the spokesperson, or the person delegated to speak."))]
    return refused(page)


def refused(page: Any) -> list[Missing]:
    """What not even a draft says: that somebody speaks who may not, on the day of the text."""
    days = days_of(page)
    found = []
    if page.spokesperson_id and not any(speaks(page.spokesperson, on) for on in days):
        found.append(Missing("spokesperson", no_spokesperson(page, days)))
    if page.delegation_id and not any(page.delegation.may_speak(on) for on in days):
        found.append(Missing("delegation", no_delegation(page, days)))
    return found


def speaks(spokesperson: Any, on: datetime.date) -> bool:
    """Public as a spokesperson, and in office that day."""
    return spokesperson.published_at is not None and spokesperson.is_valid(on)


def days_of(page: Any) -> list[datetime.date]:
    """The day of the text. A later version of a public one may keep its speaker, or name one of today."""
    if on := getattr(page, "released_on", None):
        return [on]
    first = page.first_published_at
    return [clock.today(), *([timezone.localdate(first)] if first else [])]


def no_spokesperson(page: Any, days: list[datetime.date]) -> str:
    said = {"person": page.spokesperson.name, "day": day(days[0])}
    return _("%(person)s is not a public spokesperson on %(day)s: name somebody who may speak that day.") % said


def no_delegation(page: Any, days: list[datetime.date]) -> str:
    said = {"person": page.delegation.name, "day": day(days[0]), "last": day(page.delegation.valid_to)}
    if page.delegation.valid_to and page.delegation.valid_to < days[0]:
        return _("The delegation of %(person)s ended on %(last)s: name somebody who may speak on %(day)s.") % said
    return _("The delegation of %(person)s does not hold on %(day)s: name somebody who may speak that day.") % said
