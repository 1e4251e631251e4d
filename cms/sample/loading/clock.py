"""The hour at which each step of the sample archive is taken."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from typing import ClassVar, Self

from django.utils import timezone

from cms.core.clock import VIET_NAM
from cms.deadlines.models import Holiday
from cms.deadlines.working_days import WorkingCalendar

HOURS = (8, 9, 10, 13, 14, 15)


class ShownTime(datetime):
    """What `datetime.now` answers while the clock is set."""

    moment: ClassVar[datetime] = datetime(2000, 1, 1, tzinfo=UTC)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls.moment.astimezone(tz)  # type: ignore[return-value]


@contextmanager
def set_to(moment: datetime) -> Iterator[None]:
    """Let everything that asks Django for the time be told this moment.

    Services, logs and revisions all ask `timezone.now`; the sample archive has a past only if that tells of one.
    """
    before, earlier = timezone.datetime, ShownTime.moment  # type: ignore[attr-defined]
    ShownTime.moment = moment
    timezone.datetime = ShownTime  # type: ignore[attr-defined]
    try:
        yield
    finally:
        ShownTime.moment = earlier
        timezone.datetime = before  # type: ignore[attr-defined]


@cache
def working_calendar() -> WorkingCalendar:
    """The calendar as it stands when the sample is loaded."""
    return WorkingCalendar.of(Holiday.objects.values_list("day", "kind"))


def working_days_after(day: date, number: int) -> date:
    return working_calendar().working_days_after(day, number)


def office_hour(day: date, chance: random.Random) -> datetime:
    """Some moment of a working day."""
    hour = time(chance.choice(HOURS), chance.randrange(60), chance.randrange(60))
    return datetime.combine(day, hour, VIET_NAM)


def working_day_before(day: date, number: int) -> date:
    """The latest day from which this many working days lead to another."""
    start = day
    while working_days_after(start, number) > day or start == day:
        start -= timedelta(days=1)
    return start


def working_days_between(day: date, later: date) -> int:
    """How many working days lead from one day to another; none if it is not later."""
    number = 0
    while day < later:
        day, number = working_days_after(day, 1), number + 1
    return number


def next_office_hour(moment: datetime, days: int, chance: random.Random) -> datetime:
    """Some moment so many working days later."""
    return office_hour(working_days_after(moment.astimezone(VIET_NAM).date(), days), chance)
