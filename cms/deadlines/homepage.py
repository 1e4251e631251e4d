"""What the first screen after signing in says of clocks: what is overdue, what was told, and a calendar that lacks."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component

from cms.core import clock

from . import agenda, calendar
from .models import Deadline, Notice

A_LIST = 6
WARN_FROM = (12, 1)  # the calendar of a year is decided in the autumn before it


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
    def notices(self) -> list[Notice]:
        return list(unread(self.user)[: A_LIST + 1])

    @cached_property
    def missing_year(self) -> int | None:
        """The year whose holidays nobody has entered, for those who keep the calendar."""
        return calendar_lacks() if self.user.has_perm("deadlines.view_holiday") else None

    @property
    def has_any(self) -> bool:
        return bool(self.overdue or self.notices)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {
            "overdue": self.overdue[:A_LIST],
            "has_more": len(self.overdue) > A_LIST,
            "notices": self.notices[:A_LIST],
            "has_more_notices": len(self.notices) > A_LIST,
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
