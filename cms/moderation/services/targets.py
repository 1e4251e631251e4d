"""Plain target dates of the review, in working days of Viet Nam; the numbers are dated data (ReviewPolicy)."""

from datetime import date, timedelta
from functools import cache

import holidays

from cms.core import clock

from ..models import ReviewPolicy

SUNDAY_AND_SATURDAY = (5, 6)


@cache
def days_off() -> holidays.HolidayBase:
    return holidays.country_holidays("VN")


def working_days_after(day: date, number: int) -> date:
    """The day that lies so many working days after another; the first day is not counted."""
    while number > 0:
        day += timedelta(days=1)
        if day.weekday() not in SUNDAY_AND_SATURDAY and day not in days_off():
            number -= 1
    return day


def policy(on: date | None = None) -> ReviewPolicy:
    """The review policy in force; the house defaults where none was entered."""
    return ReviewPolicy.objects.on(on or clock.today()).order_by("-valid_from", "-pk").first() or ReviewPolicy()


def target_date(day: date | None = None) -> date:
    """When an item handed in on this day should be through."""
    day = day or clock.today()
    return working_days_after(day, policy(day).target_working_days)
