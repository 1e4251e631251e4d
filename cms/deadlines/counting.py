"""When a clock runs out. Instants are UTC, days are Viet Nam's; every number comes from the rule.

Civil Code Đ147–148: an hour runs from its moment; of days and months the first is not counted, the last ends at 24:00,
and if nobody works on it, at 24:00 of the next working day. “Before a date” ends when that date begins, and so does “so
many working days before”: whole days lie between. Neither is ever moved.
"""

from __future__ import annotations

import calendar as gregorian
import datetime
from collections.abc import Callable
from typing import Protocol

from cms.core import clock

from .choices import Unit
from .working_days import WorkingCalendar


class Rule(Protocol):
    """What counting needs of a rule."""

    unit: str
    amount: int | None
    day: int | None
    months: list[int]


def due_instant(rule: Rule, started_at: datetime.datetime, calendar: WorkingCalendar) -> datetime.datetime:
    """The end of a clock that is counted from this instant."""
    if started_at.tzinfo is None:
        raise ValueError("An instant without a time zone could be any of a day's.")
    return WAYS[Unit(rule.unit)](rule, started_at, calendar).astimezone(datetime.UTC)


def local_day(instant: datetime.datetime) -> datetime.date:
    return instant.astimezone(clock.VIET_NAM).date()


def start_of(day: datetime.date) -> datetime.datetime:
    """0:00 of a day, where the archive's rules hold."""
    return datetime.datetime.combine(day, datetime.time(), clock.VIET_NAM)


def end_of(day: datetime.date) -> datetime.datetime:
    """24:00 of a day."""
    return start_of(clock.day_after(day))


def number(rule: Rule) -> int:
    if rule.amount is None:
        raise ValueError("This rule counts, and has no number to count.")
    return rule.amount


def hours(rule: Rule, start: datetime.datetime, calendar: WorkingCalendar) -> datetime.datetime:
    """Through nights, weekends and holidays."""
    return start + datetime.timedelta(hours=number(rule))


def days(rule: Rule, start: datetime.datetime, calendar: WorkingCalendar) -> datetime.datetime:
    last = local_day(start) + datetime.timedelta(days=number(rule))
    return end_of(calendar.working_day_from(last))


def working_days(rule: Rule, start: datetime.datetime, calendar: WorkingCalendar) -> datetime.datetime:
    return end_of(calendar.working_days_after(local_day(start), number(rule)))


def months(rule: Rule, start: datetime.datetime, calendar: WorkingCalendar) -> datetime.datetime:
    return end_of(calendar.working_day_from(months_after(local_day(start), number(rule))))


def months_after(day: datetime.date, count: int) -> datetime.date:
    """The same day of a later month; the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + count, 12)
    year, month = day.year + years, month + 1
    return datetime.date(year, month, min(day.day, gregorian.monthrange(year, month)[1]))


def before_date(rule: Rule, start: datetime.datetime, calendar: WorkingCalendar) -> datetime.datetime:
    """0:00 of the first such date that lies after the start."""
    year = local_day(start).year
    dates = [datetime.date(each, month, rule.day or 1) for each in (year, year + 1) for month in rule.months]
    return next(instant for instant in map(start_of, sorted(dates)) if instant > start)


def working_days_before(rule: Rule, start: datetime.datetime, calendar: WorkingCalendar) -> datetime.datetime:
    """0:00 of the working day that lies so many before: at least so many whole working days are left."""
    return start_of(calendar.working_days_before(local_day(start), number(rule)))


WAYS: dict[Unit, Callable[[Rule, datetime.datetime, WorkingCalendar], datetime.datetime]] = {
    Unit.HOURS: hours,
    Unit.DAYS: days,
    Unit.WORKING_DAYS: working_days,
    Unit.MONTHS: months,
    Unit.BEFORE_DATE: before_date,
    Unit.WORKING_DAYS_BEFORE: working_days_before,
}


def after_pause(
    rule: Rule,
    due_at: datetime.datetime,
    pause: tuple[datetime.datetime, datetime.datetime],
    calendar: WorkingCalendar,
) -> datetime.datetime:
    """The end of a clock that stood still: later by as many hours, days or working days as it stood."""
    start, end = pause
    if rule.unit == Unit.HOURS:
        return due_at + (end - start)
    last = clock.day_before(local_day(due_at))
    if rule.unit == Unit.WORKING_DAYS:
        stood = calendar.working_days_between(local_day(start), local_day(end))
        return end_of(calendar.working_days_after(last, stood)).astimezone(datetime.UTC)
    return later(last, (local_day(end) - local_day(start)).days, calendar)


def extended(rule: Rule, due_at: datetime.datetime, by_days: int, calendar: WorkingCalendar) -> datetime.datetime:
    """The end of a clock that was given more calendar days."""
    if rule.unit == Unit.HOURS:
        return due_at + datetime.timedelta(days=by_days)
    return later(clock.day_before(local_day(due_at)), by_days, calendar)


def later(last: datetime.date, by_days: int, calendar: WorkingCalendar) -> datetime.datetime:
    day = last + datetime.timedelta(days=by_days)
    return end_of(calendar.working_day_from(day)).astimezone(datetime.UTC)
