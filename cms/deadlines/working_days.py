"""The working calendar as a question: is this a working day, and which is the next? Days it does not name follow
their weekday."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from cms.core import clock

from .choices import HolidayKind
from .models import Holiday

SATURDAY = 5


@dataclass(frozen=True)
class WorkingCalendar:
    """Days off, and weekend days that are worked."""

    off: frozenset[datetime.date] = frozenset()
    worked: frozenset[datetime.date] = frozenset()

    @classmethod
    def of(cls, rows: Iterable[tuple[datetime.date, str]]) -> WorkingCalendar:
        """From days and their kinds."""
        days = list(rows)
        worked = frozenset(day for day, kind in days if kind == HolidayKind.WORKING)
        return cls(frozenset(day for day, kind in days) - worked, worked)

    @classmethod
    def near(cls, day: datetime.date) -> WorkingCalendar:
        """The calendar as it is kept, around a day: one question."""
        return cls.of(Holiday.objects.near(day).values_list("day", "kind"))

    @classmethod
    def whole(cls) -> WorkingCalendar:
        """Every day that was ever entered."""
        return cls.of(Holiday.objects.values_list("day", "kind"))

    def is_working(self, day: datetime.date) -> bool:
        if day in self.worked:
            return True
        return day.weekday() < SATURDAY and day not in self.off

    def working_day_from(self, day: datetime.date) -> datetime.date:
        """The day itself if it is a working day, else the next one."""
        while not self.is_working(day):
            day = clock.day_after(day)
        return day

    def working_days_after(self, day: datetime.date, number: int) -> datetime.date:
        """So many working days later; the first day is not counted."""
        for _each in range(number):
            day = self.working_day_from(clock.day_after(day))
        return day

    def working_days_before(self, day: datetime.date, number: int) -> datetime.date:
        """So many working days earlier; the day itself is not counted."""
        while number > 0:
            day = clock.day_before(day)
            number -= self.is_working(day)
        return day

    def working_days_between(self, start: datetime.date, end: datetime.date) -> int:
        """Working days after the first day, up to the last and including it."""
        length = (end - start).days
        return sum(self.is_working(start + datetime.timedelta(days=each)) for each in range(1, length + 1))
