"""A person's clocks as their calendar shows them: what is overdue, then day by day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cms.core import clock

from . import owners
from .models import Deadline
from .words import Told, day_in_words, told

PARTS = ("rule", "agency", "responsible")


@dataclass(frozen=True)
class Entry:
    """One clock as a person sees it."""

    deadline: Deadline
    told: Told
    title: str
    url: str

    @property
    def is_late(self) -> bool:
        return self.told.is_late


@dataclass(frozen=True)
class Day:
    """The clocks that end on one day; those that have run out stand together."""

    heading: str
    entries: list[Entry]
    is_late: bool = False


def entries(clocks: Any, user: Any, now: datetime.datetime | None = None) -> list[Entry]:
    """Clocks, as a queryset that may be cut, with their records: a fixed number of questions."""
    now = now or timezone.now()
    found = owners.with_subjects(clocks.select_related(*PARTS))
    return [Entry(each, told(each, now), owners.title(each, user), owners.address(each)) for each in found]


def days(found: list[Entry], now: datetime.datetime | None = None) -> list[Day]:
    """Entries in the order of their ends, under the day on which they end."""
    today = (now or timezone.now()).astimezone(clock.VIET_NAM).date()
    late, ahead = [each for each in found if each.is_late], [each for each in found if not each.is_late]
    told_days = [
        Day(heading(day, today), list(each)) for day, each in groupby(ahead, lambda entry: entry.deadline.last_day)
    ]
    return [Day(_("Overdue"), late, is_late=True), *told_days] if late else told_days


def heading(day: datetime.date, today: datetime.date) -> str:
    """“Today, Friday 8 May”."""
    words = day_in_words(day, today)
    if day == today:
        return _("Today, %(day)s") % {"day": words}
    if day == clock.day_after(today):
        return _("Tomorrow, %(day)s") % {"day": words}
    return capfirst(words)
