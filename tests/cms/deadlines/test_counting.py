"""Counting, against the same counted by hand in another way."""

import datetime
from bisect import bisect_left, bisect_right
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.deadlines import counting
from cms.deadlines.choices import HolidayKind, Unit
from cms.deadlines.working_days import WorkingCalendar

HANOI = datetime.timedelta(hours=7)  # Viet Nam has had no other time since 1975
FIRST, LAST = datetime.date(2024, 1, 1), datetime.date(2029, 12, 31)
EVERY_DAY = [FIRST + datetime.timedelta(days=each) for each in range((LAST - FIRST).days + 1)]

instants = st.datetimes(datetime.datetime(2025, 6, 1), datetime.datetime(2027, 6, 1), timezones=st.just(datetime.UTC))
calendars = st.dictionaries(
    st.dates(datetime.date(2025, 1, 1), datetime.date(2028, 12, 31)), st.sampled_from(HolidayKind), max_size=60
)
amounts = st.integers(1, 60)


def rule(unit, amount=None, day=None, months=()):
    return SimpleNamespace(unit=unit, amount=amount, day=day, months=list(months))


def wall_day(instant):
    """The date on a calendar in Hà Nội, found by shifting the clock."""
    return (instant + HANOI).date()


def working_tape(named):
    """All days on which somebody works, as one sorted list."""
    return [
        day
        for day in EVERY_DAY
        if (named[day] == HolidayKind.WORKING if day in named else day.isoweekday() not in (6, 7))
    ]


def midnight_after(day):
    """24:00 in Hà Nội is 17:00 UTC of the same day."""
    return datetime.datetime(day.year, day.month, day.day, 17, tzinfo=datetime.UTC)


def counted(what, start, named):
    return counting.due_instant(what, start, WorkingCalendar.of(named.items()))


@given(instants, amounts, calendars)
def test_hours_run_through_everything(start, amount, named):
    assert counted(rule(Unit.HOURS, amount), start, named).timestamp() == start.timestamp() + amount * 3600


@given(instants, amounts, calendars)
def test_days_leave_out_the_first_and_end_on_a_working_day(start, amount, named):
    tape = working_tape(named)
    crossed_off = [day for day in EVERY_DAY if day > wall_day(start)][:amount]
    last = tape[bisect_left(tape, crossed_off[-1])]

    assert counted(rule(Unit.DAYS, amount), start, named) == midnight_after(last)


@given(instants, amounts, calendars)
def test_working_days_are_the_next_ones_on_the_tape(start, amount, named):
    tape = working_tape(named)
    after_today = tape[bisect_right(tape, wall_day(start)) :]

    assert counted(rule(Unit.WORKING_DAYS, amount), start, named) == midnight_after(after_today[amount - 1])


@given(instants, amounts, calendars)
def test_so_many_whole_working_days_lie_before_the_day_from_which_they_are_counted_back(start, amount, named):
    tape = working_tape(named)
    ahead_of = tape[: bisect_left(tape, wall_day(start))]
    end = counted(rule(Unit.WORKING_DAYS_BEFORE, amount), start, named)

    kept = [day for day in ahead_of if midnight_after(day) > end]

    assert len(kept) == amount
    assert kept[0] == ahead_of[-amount]


@given(instants, st.integers(1, 28), st.sets(st.integers(1, 12), min_size=1), calendars)
def test_before_a_date_ends_when_the_next_such_day_begins(start, day, months, named):
    named_days = [each for each in EVERY_DAY if each.day == day and each.month in months]
    first_seconds = [midnight_after(each) - datetime.timedelta(days=1) for each in named_days]
    expected = min(instant for instant in first_seconds if instant > start)

    assert counted(rule(Unit.BEFORE_DATE, None, day, sorted(months)), start, named) == expected


@given(instants, st.integers(1, 13), calendars)
def test_months_end_on_the_same_day_or_the_last_of_a_shorter_month(start, amount, named):
    tape, today = working_tape(named), wall_day(start)
    number = today.year * 12 + today.month + amount  # months since the year 0, December being its own
    of_that_month = [day for day in EVERY_DAY if day.year * 12 + day.month == number]
    same = [day for day in of_that_month if day.day <= today.day][-1]

    expected = tape[bisect_left(tape, same)]

    assert counted(rule(Unit.MONTHS, amount), start, named) == midnight_after(expected)


@given(instants, amounts, calendars, st.sampled_from([Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS]))
def test_a_later_start_never_ends_earlier(start, amount, named, unit):
    later = start + datetime.timedelta(hours=13)

    assert counted(rule(unit, amount % 20 + 1), start, named) <= counted(rule(unit, amount % 20 + 1), later, named)


@given(instants, amounts, calendars, st.sampled_from(list(Unit)))
def test_the_zone_in_which_the_start_is_written_changes_nothing(start, amount, named, unit):
    what = rule(unit, None, 25, [3, 6]) if unit == Unit.BEFORE_DATE else rule(unit, amount % 20 + 1)
    elsewhere = start.astimezone(ZoneInfo("America/New_York"))

    assert counted(what, elsewhere, named) == counted(what, start, named)


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        counted(rule(Unit.DAYS, 7), datetime.datetime(2026, 5, 1, 10), {})


def test_a_month_that_is_too_short_ends_on_its_last_day():
    assert counting.months_after(datetime.date(2026, 8, 31), 6) == datetime.date(2027, 2, 28)
    assert counting.months_after(datetime.date(2027, 11, 30), 3) == datetime.date(2028, 2, 29)
    assert counting.months_after(datetime.date(2026, 12, 15), 1) == datetime.date(2027, 1, 15)


@given(instants, st.integers(1, 200), calendars)
def test_a_pause_gives_back_what_it_took(start, stood, named):
    """Hours to the second; working days to the day."""
    calendar, end = WorkingCalendar.of(named.items()), start + datetime.timedelta(hours=stood)
    tape, due = working_tape(named), midnight_after(datetime.date(2027, 7, 1))
    in_hours = counting.after_pause(rule(Unit.HOURS, 24), due, (start, end), calendar)
    in_working_days = counting.after_pause(rule(Unit.WORKING_DAYS, 5), due, (start, end), calendar)

    between = [day for day in tape if wall_day(start) < day <= wall_day(end)]
    following = [day for day in tape if day > datetime.date(2027, 7, 1)]

    assert in_hours - due == datetime.timedelta(hours=stood)
    if between:
        assert in_working_days == midnight_after(following[len(between) - 1])
