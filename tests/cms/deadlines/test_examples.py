"""Every period of the register, each with the example by which it was agreed."""

import datetime

import pytest

from cms.core import clock
from cms.deadlines.choices import HolidayKind, Outcome
from cms.deadlines.models import Deadline, DeadlineRule, Holiday
from tests.cms.deadlines.clocks import ends, happened, local, started

pytestmark = pytest.mark.django_db

REGISTER = [
    # code, start, end: the moment from which it is late
    ("HUE_CLARIFY", "2026-05-04 08:00", "2026-05-12 00:00"),
    ("PRESS_INITIAL", "2026-10-10 22:00", "2026-10-11 22:00"),
    ("SPOKES_PUBLISH", "2026-10-09 16:45", "2026-10-10 16:45"),
    ("PRESS_FOREIGN", "2026-10-05 09:00", "2026-10-13 00:00"),
    ("HUE_Q", "2026-03-15 08:00", "2026-03-25 00:00"),
    ("HUE_Q", "2026-06-01 08:00", "2026-06-25 00:00"),
    ("HUE_Q", "2026-09-15 08:00", "2026-09-25 00:00"),
    ("HUE_Q", "2026-12-01 08:00", "2026-12-25 00:00"),
    ("HUE_Y", "2026-10-15 08:00", "2026-11-15 00:00"),  # a Sunday: never moved
    ("QN_Y", "2026-11-15 08:00", "2026-12-10 00:00"),
    ("QN_UPDATE", "2026-12-11 10:00", "2026-12-26 00:00"),
    ("PRESS_Y", "2026-12-01 08:00", "2026-12-20 00:00"),  # a Sunday: never moved
    ("KT_Y", "2026-12-01 08:00", "2026-12-31 00:00"),
    ("NT_TRANSFER", "2026-10-01 08:00", "2026-10-16 00:00"),
    ("NT_SIGN", "2026-10-27 08:00", "2026-11-01 00:00"),
    ("BACKUP_NT", "2026-10-01 08:00", "2026-11-01 00:00"),
    ("KT_CONNECT", "2026-10-01 08:00", "2026-10-09 00:00"),
    ("KT_SERVICE", "2026-10-02 08:00", "2026-10-06 00:00"),  # Friday: the next working day is Monday
    ("KT_PAUSE", "2026-10-19 08:00", "2026-10-08 00:00"),
    ("KT_VIOL", "2026-10-01 08:00", "2026-10-03 00:00"),
    ("KT_ISSUE1", "2026-10-01 08:00", "2026-10-13 00:00"),
    ("KT_ISSUE2", "2026-10-12 08:00", "2026-10-22 00:00"),
    ("OPEN_LIST", "2026-08-31 08:00", "2027-03-02 00:00"),  # 28 February is a Sunday
    ("OPEN_UPDATE", "2026-08-05 08:00", "2026-11-06 00:00"),
    ("INFO_SIMPLE", "2026-10-01 08:00", "2026-10-07 00:00"),
    ("INFO_NOTICE", "2026-10-01 08:00", "2026-10-07 00:00"),
    ("INFO_COMPLEX", "2026-10-01 08:00", "2026-10-23 00:00"),
    ("INFO_OWN_FIX", "2026-10-01 08:00", "2026-10-09 00:00"),
    ("INFO_CLAIM", "2026-10-01 08:00", "2026-10-17 00:00"),
    ("DSR_ACK", "2026-10-01 08:00", "2026-10-06 00:00"),
    ("DSR_ACCESS", "2026-10-01 08:00", "2026-10-13 00:00"),  # the 11th is a Sunday
    ("DSR_WITHDRAW", "2026-10-01 08:00", "2026-10-17 00:00"),
    ("DSR_DELETE", "2026-10-01 08:00", "2026-10-22 00:00"),
    ("BREACH", "2026-10-01 08:10", "2026-10-04 08:10"),
    ("DPIA", "2026-10-01 08:00", "2026-12-01 00:00"),
    ("PORTAL_DOWN", "2026-10-19 08:00", "2026-10-08 00:00"),
    ("LOG_KEEP", "2026-10-01 08:00", "2027-10-02 00:00"),
    ("IDLE", "2026-10-01 08:00", "2026-11-17 00:00"),  # 15 November is a Sunday
    ("PW_ADMIN", "2026-10-01 08:00", "2026-12-02 00:00"),
    ("HUE_EVENT", "2026-10-01 08:00", "2026-10-09 00:00"),
    ("REVIEW", "2026-10-01 08:00", "2026-10-09 00:00"),
    ("REVIEW_CLAIM", "2026-10-01 08:00", "2026-10-06 00:00"),
]


@pytest.mark.parametrize(
    ("code", "start", "end"), REGISTER, ids=[f"{code}-{start[:10]}" for code, start, _ in REGISTER]
)
def test_every_rule_of_the_register_ends_when_it_should(code, start, end):
    assert ends(started(code, start)) == end


def test_every_rule_that_is_kept_has_an_example():
    assert set(DeadlineRule.objects.values_list("code", flat=True)) == {code for code, _start, _end in REGISTER}


def test_what_was_read_only_in_commentaries_is_to_be_confirmed():
    codes = DeadlineRule.objects.filter(is_confirmed=False).values_list("code", flat=True)

    assert {"DSR_ACK", "DSR_ACCESS", "DSR_WITHDRAW", "DSR_DELETE", "BREACH", "DPIA", "REVIEW"} <= set(codes)
    assert not {"HUE_CLARIFY", "PRESS_INITIAL", "PRESS_FOREIGN", "HUE_Q"} & set(codes)


def test_every_rule_says_its_ground_and_its_ends_in_two_languages():
    for rule in DeadlineRule.objects.all():
        assert all(
            getattr(rule, f"{field}_{language}")
            for field in ("name", "starts_with", "ends_with", "legal_basis")
            for language in ("vi", "en")
        ), rule.code


# --- HUE-15: seven days from receipt of the notice


def test_a_notice_of_friday_morning_is_answered_until_the_next_friday_at_midnight():
    deadline = started("HUE_CLARIFY", "2026-05-01 10:00")

    assert ends(deadline) == "2026-05-09 00:00"
    assert f"{deadline.last_moment.astimezone(clock.VIET_NAM):%d %H:%M}" == "08 23:59"


def test_when_the_seventh_day_is_a_public_holiday_the_end_of_the_next_working_day_counts():
    deadline = started("HUE_CLARIFY", "2026-08-25 10:00")  # the 7th day is 1 September, the day before National Day

    assert ends(deadline) == "2026-09-04 00:00"


def test_a_notice_received_at_night_counts_from_the_same_local_day():
    """23:30 in Viet Nam is 16:30 of the same day in UTC; 0:30 belongs to the next."""
    assert ends(started("HUE_CLARIFY", "2026-05-04 23:30")) == "2026-05-12 00:00"
    assert ends(started("HUE_CLARIFY", "2026-05-05 00:30")) == "2026-05-13 00:00"


def test_the_statement_and_its_copy_both_stop_the_clock_and_the_later_counts():
    deadline = started("HUE_CLARIFY", "2026-05-04 08:00")

    assert happened(deadline, "copied", "2026-05-11 23:59").outcome == Outcome.RUNNING
    deadline = happened(deadline, "statement", "2026-05-10 09:00")

    assert (deadline.outcome, deadline.met_at) == (Outcome.ON_TIME, local("2026-05-11 23:59"))


def test_a_late_dossier_stays_late_after_it_is_done():
    deadline = started("HUE_CLARIFY", "2026-05-04 08:00")
    happened(deadline, "statement", "2026-05-10 09:00")
    late = happened(deadline, "copied", "2026-05-12 00:00")

    again = happened(late, "copied", "2026-05-11 10:00")

    assert (late.outcome, again.outcome) == (Outcome.LATE, Outcome.LATE)
    assert Deadline.objects.get(pk=deadline.pk).met_at == local("2026-05-12 00:00")


# --- HUE-45: strictly before the 25th of the last month of the quarter


@pytest.mark.parametrize("month", [3, 6, 9, 12])
def test_a_quarterly_report_is_on_time_until_the_last_second_of_the_24th(month):
    deadline = started("HUE_Q", f"2026-{month:02d}-01 08:00")
    last_second = f"2026-{month:02d}-24 23:59:59"

    assert happened(deadline, "submitted", last_second).outcome == Outcome.ON_TIME


def test_a_quarterly_report_of_the_25th_is_late():
    deadline = started("HUE_Q", "2026-03-01 08:00")

    assert happened(deadline, "submitted", "2026-03-25 00:00").outcome == Outcome.LATE


# --- HUE-51: twenty-four hours


def test_a_flag_of_ten_past_two_is_due_at_ten_past_two_of_the_next_day():
    assert ends(started("PRESS_INITIAL", "2026-10-06 14:10")) == "2026-10-07 14:10"


def test_both_clocks_of_one_matter_run_beside_each_other():
    first = started("HUE_CLARIFY", "2026-10-06 14:10")
    second = started("PRESS_INITIAL", "2026-10-06 14:10", subject=first.subject)

    happened(second, "informed", "2026-10-07 14:10")

    clocks = Deadline.objects.of(first.subject)
    assert dict(clocks.values_list("code", "outcome")) == {"HUE_CLARIFY": "running", "PRESS_INITIAL": "on_time"}


# --- HUE-55: five working days for the foreign press


def test_a_request_of_monday_is_answered_until_the_next_monday():
    deadline = started("PRESS_FOREIGN", "2026-10-05 15:00")

    assert deadline.last_day == datetime.date(2026, 10, 12)
    assert deadline.last_day.strftime("%A") == "Monday"


# --- HUE-57: information requests


def test_each_kind_of_information_request_has_its_clock():
    days = {
        code: started(code, "2026-10-05 15:00").last_day.isoformat()
        for code in ("INFO_SIMPLE", "INFO_NOTICE", "INFO_COMPLEX", "INFO_OWN_FIX", "INFO_CLAIM")
    }

    assert days == {
        "INFO_SIMPLE": "2026-10-08",
        "INFO_NOTICE": "2026-10-08",
        "INFO_COMPLEX": "2026-10-26",
        "INFO_OWN_FIX": "2026-10-12",
        "INFO_CLAIM": "2026-10-20",
    }


# --- QN-17: ten working days after each report


def test_a_report_of_friday_11_december_is_entered_until_friday_the_25th():
    deadline = started("QN_UPDATE", "2026-12-11 09:00")

    assert (deadline.last_day, deadline.last_day.strftime("%A")) == (datetime.date(2026, 12, 25), "Friday")


# --- T2: the Friday before a public holiday


@pytest.mark.parametrize(
    ("received", "end", "copied", "outcome"),
    [
        # Friday 24 April, before Hùng Kings' day: the seventh day is Friday 1 May, a day off, so Monday 4 May counts.
        ("2026-04-24 16:00", "2026-05-05 00:00", "2026-05-02 09:00", Outcome.ON_TIME),
        ("2026-04-24 16:00", "2026-05-05 00:00", "2026-05-05 00:00", Outcome.LATE),
        # Friday 28 August, before National Day: the seventh day is Friday 4 September, a working day.
        ("2026-08-28 16:00", "2026-09-05 00:00", "2026-09-05 09:00", Outcome.LATE),
    ],
)
def test_t2_statement_on_day_six_copy_on_day_eight(received, end, copied, outcome):
    deadline = started("HUE_CLARIFY", received)
    sixth = local(received) + datetime.timedelta(days=6)
    happened(deadline, "statement", f"{sixth:%Y-%m-%d} 09:00")

    deadline = happened(deadline, "copied", copied)

    assert (ends(deadline), deadline.outcome) == (end, outcome)


def test_the_end_moves_only_when_the_last_day_itself_is_off():
    """Holidays in between are counted like any day."""
    assert ends(started("HUE_CLARIFY", "2026-08-26 08:00")) == "2026-09-04 00:00"  # last day 2 September
    assert ends(started("HUE_CLARIFY", "2026-08-27 08:00")) == "2026-09-04 00:00"  # last day 3 September
    assert ends(started("HUE_CLARIFY", "2026-08-28 08:00")) == "2026-09-05 00:00"  # last day 4 September


# --- T3: twenty-two o'clock on a Saturday


def test_t3_a_claim_flagged_on_saturday_evening_is_due_on_sunday_evening():
    deadline = started("PRESS_INITIAL", "2026-11-21 22:00")

    assert local("2026-11-21 22:00").strftime("%A") == "Saturday"
    assert ends(deadline) == "2026-11-22 22:00"
    assert deadline.remind_at < deadline.due_at


# --- the calendar


def test_a_saturday_that_is_worked_counts_as_a_working_day():
    """22 August 2026 is worked in exchange for 31 August."""
    assert ends(started("KT_SERVICE", "2026-08-21 08:00")) == "2026-08-23 00:00"
    assert ends(started("HUE_CLARIFY", "2026-08-15 08:00")) == "2026-08-23 00:00"


def test_tet_is_not_worked():
    assert started("INFO_SIMPLE", "2026-02-13 08:00").last_day == datetime.date(2026, 2, 25)


def test_a_day_that_is_entered_changes_clocks_that_start_afterwards_only():
    before = started("KT_SERVICE", "2026-10-01 08:00")
    Holiday.objects.create(day=datetime.date(2026, 10, 2), name="Nghỉ bão", kind=HolidayKind.HOLIDAY)

    after = started("KT_SERVICE", "2026-10-01 08:00")

    assert (ends(before), ends(after)) == ("2026-10-03 00:00", "2026-10-06 00:00")
    before.refresh_from_db()
    assert ends(before) == "2026-10-03 00:00"
