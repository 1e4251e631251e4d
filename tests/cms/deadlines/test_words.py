"""How a deadline is told, in both languages."""

import datetime

import pytest
from django.utils import translation

from cms.deadlines import services
from cms.deadlines.choices import Unit
from cms.deadlines.models import DeadlineRule
from cms.deadlines.words import day_in_words, end_of, moment, told, told_day
from tests.cms.deadlines.clocks import at, happened, local, started

DAY = datetime.date(2026, 11, 25)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def test_a_deadline_says_what_is_left_then_the_instant():
    assert told_day(DAY, end_of(DAY) - datetime.timedelta(days=5, hours=13)).left == "5 days 13 hours left"
    assert told_day(DAY, end_of(DAY) - datetime.timedelta(hours=5, minutes=20)).tone == "soon"
    late = told_day(DAY, end_of(DAY) + datetime.timedelta(hours=2, minutes=10))
    assert (late.left, late.tone) == ("2 hours 10 minutes late", "late")


def test_the_day_of_the_deadline_itself_is_not_late():
    assert not told_day(DAY, end_of(DAY) - datetime.timedelta(seconds=1)).is_late
    assert told_day(DAY, end_of(DAY)).is_late


def test_no_day_has_no_words():
    assert told_day(None) is None


@pytest.mark.django_db
def test_a_dossier_on_wednesday_evening_has_two_days_and_five_hours():
    deadline = started("HUE_CLARIFY", "2026-05-01 10:00")
    now = local("2026-05-06 19:00")

    assert told(deadline, now) == ("", "2 days 5 hours left", "due 23:59 on Friday 8 May")
    with translation.override("vi"):
        assert told(deadline, now) == ("", "còn 2 ngày 5 giờ", "hết hạn 23:59 thứ Sáu 08/05")


@pytest.mark.django_db
def test_a_clock_of_hours_ends_at_its_minute():
    deadline = started("PRESS_INITIAL", "2026-11-21 22:00")

    assert told(deadline, local("2026-11-22 08:00")) == ("soon", "14 hours left", "due 22:00 today")
    assert told(deadline, local("2026-11-22 22:00")) == ("soon", "under a minute left", "due 22:00 today")
    assert told(deadline, local("2026-11-23 00:30")) == ("late", "2 hours 30 minutes late", "due 22:00 yesterday")


@pytest.mark.django_db
def test_early_and_late_are_told_for_ever():
    early, late = started("HUE_CLARIFY", "2026-05-04 08:00"), started("PRESS_INITIAL", "2026-10-06 14:10")
    for event in ("statement", "copied"):
        early = happened(early, event, "2026-05-09 22:00")
    late = happened(late, "informed", "2026-10-07 16:20")

    assert told(early)[:2] == ("met", "done 2 days 2 hours early")
    assert told(late)[:2] == ("late", "done 2 hours 10 minutes late")


@pytest.mark.django_db
def test_a_waiver_is_told_with_its_reason():
    deadline = services.waive(started("HUE_CLARIFY", "2026-05-04 08:00"), reason="Không thuộc tỉnh.", by=None)

    assert told(deadline).left == "waived: Không thuộc tỉnh."


@pytest.mark.django_db
def test_a_clock_that_stands_still_says_since_when():
    DeadlineRule.objects.filter(unit=Unit.HOURS).update(may_pause=True)
    deadline = started("PRESS_INITIAL", "2026-10-06 14:10")
    with at("2026-10-06 15:30"):
        deadline = services.pause(deadline, reason="Chờ.", at=local("2026-10-06 15:00"), by=None)

    assert told(deadline).left == "stands still since 15:00 06.10.2026"


def test_another_year_is_named():
    assert day_in_words(datetime.date(2027, 1, 4), DAY) == "Monday 4 January 2027"
    with translation.override("vi"):
        assert day_in_words(datetime.date(2027, 1, 4), DAY) == "thứ Hai 04/01/2027"


def test_an_instant_is_told_as_in_viet_nam():
    assert moment(datetime.datetime(2026, 5, 8, 17, 30, tzinfo=datetime.UTC)) == "00:30 09.05.2026"
