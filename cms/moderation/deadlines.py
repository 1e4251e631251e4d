"""How a target date is told: what is left first, then the instant. The end of a day is 24:00 of that day."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cms.core import clock

A_DAY = datetime.timedelta(days=1)


class Due(NamedTuple):
    """A deadline in words; the tone is late, soon or nothing."""

    tone: str
    left: str
    instant: str

    @property
    def is_late(self) -> bool:
        return self.tone == "late"


def due(day: datetime.date | None, now: datetime.datetime | None = None) -> Due | None:
    """A target date as read at this moment; None where there is none."""
    if day is None:
        return None
    left = end_of(day) - (now or timezone.now())
    if left <= datetime.timedelta():
        return Due("late", _("%(span)s late") % {"span": span(-left)}, instant(day))
    tone = "soon" if left <= A_DAY else ""
    return Due(tone, _("%(span)s left") % {"span": span(left)}, instant(day))


def end_of(day: datetime.date) -> datetime.datetime:
    """Midnight after the day, where the archive's rules hold."""
    return datetime.datetime.combine(clock.day_after(day), datetime.time(), clock.VIET_NAM)


def span(length: datetime.timedelta) -> str:
    """Days and hours, or hours and minutes on the last day."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    days, hours = divmod(hours, 24)
    if days:
        return joined(in_days(days), in_hours(hours))
    return joined(
        in_hours(hours), ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes} if minutes else ""
    )


def in_days(number: int) -> str:
    return ngettext("%(n)d day", "%(n)d days", number) % {"n": number}


def in_hours(number: int) -> str:
    return ngettext("%(n)d hour", "%(n)d hours", number) % {"n": number} if number else ""


def joined(*parts: str) -> str:
    return " ".join(part for part in parts if part) or _("under a minute")


def instant(day: datetime.date) -> str:
    """“due 24:00 today” or “due 24:00 on Wednesday 25.11”."""
    today = clock.today()
    near = {today: _("due 24:00 today"), clock.day_before(today): _("due 24:00 yesterday")}
    if day in near:
        return near[day]
    figures = "l d.m" if day.year == today.year else "l d.m.Y"
    words = "l j F" if day.year == today.year else "l j F Y"
    is_vietnamese = get_language() == "vi"
    shown = date_format(day, figures if is_vietnamese else words, use_l10n=False)
    return _("due 24:00 on %(day)s") % {"day": shown[0].lower() + shown[1:] if is_vietnamese else shown}
