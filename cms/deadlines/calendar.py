"""The days off of a year: taken from the `holidays` package once, entered and put right by people ever after."""

from __future__ import annotations

import copy
import datetime
from importlib.metadata import version
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.core.models import SOURCE_LANGUAGE

from .choices import HolidayKind
from .models import Holiday

FIRST_YEAR, LAST_YEAR = 2010, 2099
LONGEST = 31  # days that are entered together
SWAPPED_VI, SWAPPED_EN = "Ngày làm việc (đổi lấy ngày nghỉ khác)", "Working day (in exchange for another)"


class Day(NamedTuple):
    """A day of the calendar as the package knows it."""

    day: datetime.date
    name_vi: str
    name_en: str
    kind: str


def known_days(year: int) -> list[Day]:
    """Holidays, days off in lieu of them, and weekend days that are worked."""
    named_vi, named_en = public_days(year, "vi"), public_days(year, "en_US")
    plain = public_days(year, "vi", observed=False)
    off = [
        Day(day, name, named_en[day], kind_of(day, name, plain)) for day, name in named_vi.items() if day.year == year
    ]
    worked = {day for day in named_vi.weekend_workdays if day.year == year}
    return sorted(off + [Day(day, SWAPPED_VI, SWAPPED_EN, HolidayKind.WORKING) for day in worked])


def public_days(year: int, language: str, observed: bool = True) -> Any:
    """The year and its neighbours: a day may be swapped over New Year."""
    import holidays  # 12 MB, needed once a year

    years = (year - 1, year, year + 1)
    return holidays.country_holidays("VN", years=years, language=language, observed=observed)


def kind_of(day: datetime.date, name: str, plain: Any) -> str:
    """A day off that no holiday falls on stands for another day."""
    is_swapped = name.startswith("Ngày nghỉ (thay cho")
    return HolidayKind.COMPENSATION if is_swapped or day not in plain else HolidayKind.HOLIDAY


def source() -> str:
    return f"holidays {version('holidays')}"


@transaction.atomic
def import_year(year: int, by: Any) -> int:
    """Add the days of a year that the calendar lacks; what people entered stays. The number that was added."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValidationError(
            _("Days are known for the years %(first)s to %(last)s.") % {"first": FIRST_YEAR, "last": LAST_YEAR}
        )
    kept = set(Holiday.objects.in_year(year).values_list("day", flat=True))
    added = [row_of(each) for each in known_days(year) if each.day not in kept]
    with translation.override(SOURCE_LANGUAGE):  # the column without a language is Vietnamese, whoever imports
        Holiday.objects.bulk_create(added)
    for row in added[:1]:
        log(Holiday.objects.get(day=row.day), "deadlines.import_year", user=by, data={"year": year, "days": len(added)})
    return len(added)


@transaction.atomic
def enter_days(first: Holiday, *, until: datetime.date | None, by: Any) -> Holiday:
    """Keep a day, and under the same name those that follow it until the last."""
    last = until or first.day
    if last < first.day:
        raise ValidationError({"until": _("The last day cannot be before the first.")})
    if (last - first.day).days >= LONGEST:
        raise ValidationError({"until": _("Enter at most %(n)s days together.") % {"n": LONGEST}})
    days = [first.day + datetime.timedelta(days=each) for each in range((last - first.day).days + 1)]
    if taken := list(Holiday.objects.filter(day__in=days).values_list("day", flat=True)):
        named = ", ".join(f"{day:%d.%m.%Y}" for day in taken)
        raise ValidationError({"day": _("Already in the calendar: %(days)s.") % {"days": named}})
    for day in days:
        row = copy.copy(first)
        row.day = day
        row.save()
        log(row, "wagtail.create", user=by)
    return Holiday.objects.get(day=first.day)


def row_of(each: Day) -> Holiday:
    row = Holiday(day=each.day, kind=each.kind, source=source())
    row.name_vi, row.name_en = each.name_vi, each.name_en
    return row


def is_missing(year: int) -> bool:
    """Whether nobody has entered the holidays of a year."""
    return not Holiday.objects.in_year(year).exists()
