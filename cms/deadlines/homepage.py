"""What the first screen after signing in says of clocks: what is overdue, what was told, and a calendar that lacks."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component

from cms.core import clock

from . import agenda, calendar
from .models import Deadline, Notice

A_LIST, A_LOOK = 6, 60
WARN_FROM = (12, 1)  # the calendar of a year is decided in the autumn before it


@dataclass(frozen=True)
class Told:
    """The latest unread notice of a clock, and the numbers of all of them."""

    latest: Notice
    numbers: list[int]


class DeadlinesPanel(Component):
    """Clocks of one person. Whoever lists some of them in another place leaves those out here."""

    name = "deadlines"
    template_name = "deadlines/home.html"
    order = 5

    def __init__(self, user: Any, without: tuple[str, ...] = ()) -> None:
        self.user, self.without = user, without

    @cached_property
    def overdue(self) -> list[agenda.Entry]:
        """The most urgent, and one more than are shown."""
        clocks = Deadline.objects.for_person(self.user).overdue(timezone.now()).exclude(code__in=self.without)
        return agenda.entries(clocks.by_urgency()[: A_LIST + 1], self.user)

    @cached_property
    def told(self) -> list[Told]:
        """What was told and not read, a line for each clock."""
        by_clock: dict[int, Told] = {}
        unread_ones = unread(self.user).exclude(reminder__deadline__code__in=self.without)
        for notice in unread_ones[:A_LOOK]:
            by_clock.setdefault(notice.reminder.deadline_id, Told(notice, [])).numbers.append(notice.pk)
        return list(by_clock.values())

    @cached_property
    def missing_year(self) -> int | None:
        """The year whose holidays nobody has entered, for those who keep the calendar."""
        return calendar_lacks() if self.user.has_perm("deadlines.view_holiday") else None

    @property
    def has_any(self) -> bool:
        return bool(self.overdue or self.told)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        above = {entry.deadline.pk for entry in self.overdue[:A_LIST]}  # their lines tell the same
        lines = [each for each in self.told if each.latest.reminder.deadline_id not in above][:A_LIST]
        seen = [each for each in self.told if each in lines or each.latest.reminder.deadline_id in above]
        return {
            "overdue": self.overdue[:A_LIST],
            "has_more": len(self.overdue) > A_LIST,
            "lines": lines,
            "numbers": [number for each in seen for number in each.numbers],
            "missing_year": self.missing_year,
            "may_import": self.user.has_perm("deadlines.add_holiday"),
            "request": parent_context["request"],
        }


def unread(user: Any) -> Any:
    """What the person was told of clocks that still run, the latest first."""
    parts = ("reminder__deadline__rule", "reminder__deadline__agency")
    running = Notice.objects.filter(person=user, read_at=None, reminder__deadline__outcome="running")
    return running.select_related(*parts).order_by("-pk")


def calendar_lacks(today: datetime.date | None = None) -> int | None:
    """This year, or from the first of December the next, if it has no days off."""
    today = today or clock.today()
    years = [today.year, today.year + 1] if (today.month, today.day) >= WARN_FROM else [today.year]
    return next((year for year in years if calendar.is_missing(year)), None)
