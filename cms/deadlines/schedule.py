"""When somebody is told of a clock: three days before, a day before, as it is about to end, when it has run out, and
then the director. Nobody is woken for a clock that counts in days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cms.core import clock

from .choices import ReminderKind
from .clockface import ClockFace
from .models import Deadline

MORNING, EVENING = datetime.time(7), datetime.time(21)
DAYS_BEFORE = {ReminderKind.THREE_DAYS: 3, ReminderKind.ONE_DAY: 1}


class Timed(ClockFace):
    """A clock that knows when it was made."""

    if TYPE_CHECKING:
        made_at: datetime.datetime


def moments(deadline: Timed | Deadline) -> Iterator[tuple[ReminderKind, datetime.datetime]]:
    """Every kind of reminder with its moment, the earliest first; none from before the clock began."""
    told = in_hours(deadline) if deadline.counts_in_hours else in_days(deadline)
    begun = deadline.made_at if deadline.counts_back else deadline.started_at
    for kind, moment in told:
        if moment >= begun or kind in (ReminderKind.OVERDUE, ReminderKind.ESCALATED):
            yield kind, moment


def in_hours(deadline: ClockFace) -> Iterator[tuple[ReminderKind, datetime.datetime]]:
    """By the hour, at night too."""
    for kind, number in DAYS_BEFORE.items():
        yield kind, deadline.due_at - datetime.timedelta(days=number)
    yield ReminderKind.DUE, deadline.due_at - datetime.timedelta(hours=deadline.rule.last_call_hours)
    yield ReminderKind.OVERDUE, deadline.due_at
    if deadline.rule.function:
        yield ReminderKind.ESCALATED, deadline.due_at + wait(deadline)


def in_days(deadline: ClockFace) -> Iterator[tuple[ReminderKind, datetime.datetime]]:
    """In the mornings."""
    for kind, number in DAYS_BEFORE.items():
        yield kind, morning_of(deadline.last_day - datetime.timedelta(days=number))
    yield ReminderKind.DUE, morning_of(deadline.last_day)
    overdue = morning_of(clock.day_after(deadline.last_day))
    yield ReminderKind.OVERDUE, overdue
    if deadline.rule.function:
        yield ReminderKind.ESCALATED, awake(overdue + wait(deadline))


def wait(deadline: ClockFace) -> datetime.timedelta:
    """How long the agency's lead has before the director is told."""
    return datetime.timedelta(hours=deadline.rule.escalate_after_hours)


def morning_of(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, MORNING, clock.VIET_NAM)


def is_quiet(at: datetime.datetime) -> bool:
    """From nine in the evening to seven in the morning."""
    hour = at.astimezone(clock.VIET_NAM).time()
    return hour >= EVENING or hour < MORNING


def awake(at: datetime.datetime) -> datetime.datetime:
    """The moment itself by day, else the next morning."""
    local = at.astimezone(clock.VIET_NAM)
    if local.time() < MORNING:
        return morning_of(local.date())
    return morning_of(clock.day_after(local.date())) if local.time() >= EVENING else at


def first_reminder(deadline: Deadline) -> datetime.datetime | None:
    return next((moment for _kind, moment in moments(deadline)), None)


def next_reminder(deadline: Deadline) -> datetime.datetime | None:
    """The first whose kind was not sent yet."""
    sent = set(deadline.reminders.values_list("kind", flat=True))
    return next((moment for kind, moment in moments(deadline) if kind not in sent), None)


def due_now(deadline: Timed | Deadline, now: datetime.datetime) -> tuple[list[ReminderKind], datetime.datetime | None]:
    """What is to be told by now, and when next. Of kinds that were missed only the last is told; the director's is told
    beside it, for it is told to others."""
    kinds: list[ReminderKind] = []
    for kind, moment in moments(deadline):
        if moment > now:
            return kinds, moment
        kinds = [*kinds, kind] if kind == ReminderKind.ESCALATED else [kind]
    return kinds, None
