"""How a deadline is told: what is left first, then the last minute in which it is kept."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple, Protocol

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cms.core import clock

from .choices import Outcome, Unit

A_DAY = datetime.timedelta(days=1)
A_MINUTE = datetime.timedelta(minutes=1)
NO_TIME = datetime.timedelta()


class Told(NamedTuple):
    """A deadline in words; the tone is late, soon, met or nothing."""

    tone: str
    left: str
    instant: str

    @property
    def is_late(self) -> bool:
        return self.tone == "late"


class Clock(Protocol):
    """What telling needs of a clock."""

    outcome: str
    due_at: datetime.datetime
    met_at: datetime.datetime | None
    paused_at: datetime.datetime | None
    waiver: str

    @property
    def last_moment(self) -> datetime.datetime: ...
    @property
    def was_late(self) -> bool: ...
    def is_kept(self, at: datetime.datetime) -> bool: ...


def told(deadline: Clock, now: datetime.datetime | None = None) -> Told:
    """A clock as it stands at this moment."""
    now = now or timezone.now()
    if deadline.outcome == Outcome.WAIVED:
        left = _("waived: %(reason)s") % {"reason": deadline.waiver}
        return Told("late" if deadline.was_late else "", left, instant(deadline.last_moment, now))
    if deadline.met_at:
        return met(deadline, deadline.met_at, now)
    if deadline.paused_at:
        return Told("", _("stands still since %(moment)s") % {"moment": moment(deadline.paused_at)}, "")
    return running(deadline.due_at, instant(deadline.last_moment, now), now, deadline.is_kept(now))


def met(deadline: Clock, at: datetime.datetime, now: datetime.datetime) -> Told:
    """Done early or late, which is told for ever."""
    is_late = deadline.outcome == Outcome.LATE
    sentence = _("done %(span)s late") if is_late else _("done %(span)s early")
    left = sentence % {"span": span(abs(deadline.due_at - at))}
    return Told("late" if is_late else "met", left, instant(deadline.last_moment, now))


def running(due_at: datetime.datetime, until: str, now: datetime.datetime, is_kept: bool) -> Told:
    left = due_at - now
    if not is_kept:
        return Told("late", _("%(span)s late") % {"span": span(-left)}, until)
    return Told("soon" if left <= A_DAY else "", _("%(span)s left") % {"span": span(left)}, until)


def told_day(day: datetime.date | None, now: datetime.datetime | None = None) -> Told | None:
    """A last day alone, as lists keep it; None where there is none."""
    if day is None:
        return None
    now, due_at = now or timezone.now(), end_of(day)
    return running(due_at, instant(due_at - A_MINUTE, now), now, now < due_at)


def end_of(day: datetime.date) -> datetime.datetime:
    """Midnight after the day, where the archive's rules hold."""
    return datetime.datetime.combine(clock.day_after(day), datetime.time(), clock.VIET_NAM)


def span(length: datetime.timedelta) -> str:
    """Days and hours, or hours and minutes on the last day."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    days, hours = divmod(hours, 24)
    if days:
        return joined(in_days(days), in_hours(hours))
    return joined(in_hours(hours), in_minutes(minutes))


def in_days(number: int) -> str:
    return ngettext("%(n)d day", "%(n)d days", number) % {"n": number}


def in_hours(number: int) -> str:
    return ngettext("%(n)d hour", "%(n)d hours", number) % {"n": number} if number else ""


def in_minutes(number: int) -> str:
    return ngettext("%(n)d minute", "%(n)d minutes", number) % {"n": number} if number else ""


def joined(*parts: str) -> str:
    return " ".join(part for part in parts if part) or _("under a minute")


def instant(last: datetime.datetime, now: datetime.datetime) -> str:
    """“due 23:59 today” or “due 23:59 on Friday 8 May”."""
    local, today = last.astimezone(clock.VIET_NAM), now.astimezone(clock.VIET_NAM).date()
    time = f"{local:%H:%M}"
    if local.date() == today:
        return _("due %(time)s today") % {"time": time}
    if local.date() == clock.day_before(today):
        return _("due %(time)s yesterday") % {"time": time}
    return _("due %(time)s on %(day)s") % {"time": time, "day": day_in_words(local.date(), today)}


def day_in_words(day: datetime.date, today: datetime.date | None = None) -> str:
    """“Friday 8 May”, in Vietnamese “thứ Sáu 08/05”; with its year when that is another."""
    is_vietnamese = get_language() == "vi"
    same_year = day.year == (today or clock.today()).year
    if is_vietnamese:
        shown = date_format(day, "l d/m" if same_year else "l d/m/Y", use_l10n=False)
        return shown[0].lower() + shown[1:]
    return date_format(day, "l j F" if same_year else "l j F Y", use_l10n=False)


def moment(at: datetime.datetime) -> str:
    """An instant in figures: 14:10 08.05.2026."""
    return f"{at.astimezone(clock.VIET_NAM):%H:%M %d.%m.%Y}"


def period(rule: Any) -> str:
    """How long a rule gives: “7 days”, “before day 25 of months 3, 6, 9, 12”."""
    if rule.unit == Unit.BEFORE_DATE:
        named = ", ".join(map(str, rule.months))
        return _("before day %(day)s of months %(months)s") % {"day": rule.day, "months": named}
    return PERIODS[Unit(rule.unit)](rule.amount) % {"n": rule.amount}


PERIODS = {
    Unit.HOURS: lambda n: ngettext("%(n)d hour", "%(n)d hours", n),
    Unit.DAYS: lambda n: ngettext("%(n)d day", "%(n)d days", n),
    Unit.WORKING_DAYS: lambda n: ngettext("%(n)d working day", "%(n)d working days", n),
    Unit.MONTHS: lambda n: ngettext("%(n)d month", "%(n)d months", n),
    Unit.WORKING_DAYS_BEFORE: lambda n: ngettext("%(n)d working day before", "%(n)d working days before", n),
}
