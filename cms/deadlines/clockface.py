"""What can be read off a clock, be it a whole row or only what a round of reminders needs of it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from cms.core import clock

from .choices import Unit

if TYPE_CHECKING:
    from .models import DeadlineRule

A_MINUTE = datetime.timedelta(minutes=1)


class ClockFace:
    """Its last moment, and whether an instant is in time."""

    if TYPE_CHECKING:
        rule: DeadlineRule
        started_at: datetime.datetime
        due_at: datetime.datetime

    @property
    def counts_in_hours(self) -> bool:
        return self.rule.unit == Unit.HOURS

    @property
    def counts_back(self) -> bool:
        """Something has to be done before the instant from which it is counted."""
        return self.due_at < self.started_at

    @property
    def last_moment(self) -> datetime.datetime:
        """The last minute in which it is kept: the very instant of an hour, 23:59 of a day."""
        return self.due_at if self.counts_in_hours else self.due_at - A_MINUTE

    @property
    def last_day(self) -> datetime.date:
        """The local day of the last moment."""
        return self.last_moment.astimezone(clock.VIET_NAM).date()

    def is_kept(self, at: datetime.datetime) -> bool:
        """Whether what happens at that instant happens in time: an hour's end counts, 24:00 of a day does not."""
        return at <= self.due_at if self.counts_in_hours else at < self.due_at
