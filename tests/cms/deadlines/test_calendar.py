"""The working calendar: what the package knows, and what people put right."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from cms.deadlines import calendar
from cms.deadlines.choices import HolidayKind
from cms.deadlines.models import Holiday
from cms.deadlines.working_days import WorkingCalendar

pytestmark = pytest.mark.django_db


def kinds(year):
    return {f"{each.day:%d.%m}": each.kind for each in calendar.known_days(year)}


def test_tet_and_the_other_holidays_of_a_year_are_known():
    known = kinds(2026)

    assert [
        known[day] for day in ("01.01", "16.02", "17.02", "20.02", "26.04", "30.04", "01.05", "02.09", "24.11")
    ] == [HolidayKind.HOLIDAY] * 9


def test_days_in_lieu_and_swapped_days_are_told_apart():
    known = kinds(2026)

    assert known["27.04"] == HolidayKind.COMPENSATION  # Hùng Kings' day fell on a Sunday
    assert known["31.08"] == HolidayKind.COMPENSATION  # in exchange for Saturday 22 August
    assert known["22.08"] == HolidayKind.WORKING
    assert kinds(2025)["26.04"] == HolidayKind.WORKING


def test_the_calendar_holds_three_years_from_the_start():
    assert set(Holiday.objects.dates("day", "year")) == {datetime.date(year, 1, 1) for year in (2025, 2026, 2027)}


def test_every_day_is_named_in_two_languages():
    tet = Holiday.objects.get(day=datetime.date(2026, 2, 17))

    assert (tet.name_vi, tet.name_en) == ("Tết Nguyên Đán", "Lunar New Year")


def test_importing_a_year_adds_only_what_is_missing():
    edited = Holiday.objects.get(day=datetime.date(2026, 1, 1))
    edited.name_vi = "Tết dương lịch, nghỉ một ngày"
    edited.save()
    Holiday.objects.filter(day=datetime.date(2026, 2, 18)).delete()

    added = calendar.import_year(2026, by=None)

    edited.refresh_from_db()
    assert (added, edited.name_vi) == (1, "Tết dương lịch, nghỉ một ngày")
    assert calendar.import_year(2026, by=None) == 0


def test_a_year_without_holidays_is_missing():
    assert calendar.is_missing(2028)

    calendar.import_year(2028, by=None)

    assert not calendar.is_missing(2028)


@pytest.mark.parametrize("year", [2009, 2100])
def test_years_that_nobody_knows_are_refused(year):
    with pytest.raises(ValidationError, match="2010"):
        calendar.import_year(year, by=None)


def test_working_days_leave_out_weekends_and_holidays():
    friday = datetime.date(2026, 4, 24)

    assert WorkingCalendar.near(friday).working_days_after(friday, 1) == datetime.date(2026, 4, 28)
