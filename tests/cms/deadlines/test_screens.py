"""The calendar of a person, the lists behind it, and what the first screen says."""

import datetime
import re

import pytest
from django.test import Client

from cms.deadlines import calendar, reminding
from cms.deadlines.choices import HolidayKind
from cms.deadlines.models import Deadline, DeadlineRule, Holiday, Notice
from tests.cms.deadlines.clocks import at, local, started
from tests.factories import AgencyFactory

pytestmark = pytest.mark.django_db
MINE, HOME = "/admin/calendar/", "/admin/"
RULES, DAYS = "/admin/snippets/deadlines/deadlinerule/", "/admin/snippets/deadlines/holiday/"


def signed_in(user, language="en"):
    client = Client(HTTP_ACCEPT_LANGUAGE=language)
    client.force_login(user, backend="cms.accounts.backends.SeatBackend")
    return client


def page(user, address=MINE, moment="2026-10-06 10:00", language="en"):
    """The words of a page as it stands at a moment."""
    with at(moment):
        answer = signed_in(user, language).get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


# --- my calendar


def test_clocks_stand_under_the_day_on_which_they_end(province):
    started("HUE_CLARIFY", "2026-09-22 10:00", agency=province.agency)
    started("PRESS_INITIAL", "2026-10-06 09:00", agency=province.agency)
    started("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)

    shown = page(province.contributor)

    order = [
        "Overdue 1",
        "due 23:59 on Tuesday 29 September",
        "Tomorrow, Wednesday 7 October 1",
        "due 09:00 on Wednesday 7 October",
        "Monday 12 October 1",
        "6 days 14 hours left",
    ]
    places = [shown.find(words) for words in order]
    assert places == sorted(places)
    assert -1 not in places


def test_the_calendar_is_vietnamese_for_who_reads_vietnamese(province):
    started("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)

    shown = page(province.contributor, language="vi")

    assert "Làm rõ thông tin sai lệch" in shown
    assert "Còn 6 ngày 14 giờ" in shown
    assert "hết hạn 23:59 thứ Hai 12/10" in shown


def test_who_owes_nothing_is_told_so(province):
    assert "No deadline runs for you." in page(province.contributor2)


def test_a_director_watches_over_the_clocks_of_all_agencies(province):
    started("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)

    assert "No deadline runs for you." in page(province.director)
    assert "Clarification of false information" in page(province.director, f"{MINE}?tab=watched")
    assert "Clarification of false information" not in page(province.contributor2, f"{MINE}?tab=watched")


def test_a_rule_that_nobody_confirmed_says_so(province):
    started("DSR_ACK", "2026-10-05 10:00", agency=province.agency)

    assert "(to be confirmed)" in page(province.contributor)


def test_a_long_calendar_takes_few_queries(province, django_assert_max_num_queries):
    for _each in range(60):
        started("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)
    client = signed_in(province.contributor)
    client.get(MINE)

    with django_assert_max_num_queries(20):
        answer = client.get(MINE)

    assert "Page 1 of 2" in answer.content.decode()


def test_nobody_who_is_not_signed_in_sees_a_calendar(province):
    assert Client().get(MINE).status_code == 302


# --- the first screen


def test_the_first_screen_shows_what_is_overdue(province):
    started("HUE_CLARIFY", "2026-09-22 10:00", agency=province.agency)

    shown = page(province.contributor, HOME)

    assert "Overdue" in shown
    assert "6 days 10 hours late" in shown
    assert "Nothing waits for you." not in shown


def test_what_was_told_stays_until_it_is_read(province):
    with at("2026-10-05 10:00"):
        started("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)
    Deadline.objects.update(remind_at=local("2026-10-09 07:00"))
    with at("2026-10-09 08:00"):
        reminding.remind()
    assert "Three days before" in page(province.contributor, HOME, "2026-10-09 09:00")
    mine = Notice.objects.get(person=province.contributor)
    others = Notice.objects.get(person=province.lead)

    signed_in(province.contributor).post("/admin/calendar/read/", {"notice": [mine.pk, others.pk, "x"]})

    assert "Three days before" not in page(province.contributor, HOME, "2026-10-09 09:00")
    assert "Three days before" in page(province.lead, HOME, "2026-10-09 09:00")


@pytest.mark.parametrize(
    ("day", "told"),
    [("2027-11-30", False), ("2027-12-01", True), ("2027-12-31", True), ("2028-01-01", True)],
)
def test_a_calendar_that_lacks_is_warned_of_from_the_first_of_december(province, day, told):
    shown = page(province.director, HOME, f"{day} 10:00")

    assert ("The working calendar of 2028 is empty." in shown) is told


def test_only_those_who_keep_the_calendar_are_warned(province):
    assert "is empty" in page(province.moderator, HOME, "2027-12-01 10:00")
    assert "is empty" not in page(province.contributor, HOME, "2027-12-01 10:00")


def test_the_known_holidays_of_a_year_are_entered_by_a_button(province):
    answer = signed_in(province.director).post("/admin/calendar/import/", {"year": "2028"})

    assert answer.url == DAYS
    assert Holiday.objects.in_year(2028).count() == len(calendar.known_days(2028))
    assert "is empty" not in page(province.director, HOME, "2027-12-01 10:00")


def test_others_cannot_enter_them(province):
    assert signed_in(province.moderator).post("/admin/calendar/import/", {"year": "2028"}).status_code in (302, 403)
    assert not Holiday.objects.in_year(2028).exists()


# --- rules


BEFORE = {"valid_from": "2026-10-08", "unit": "before_date", "amount": ""}


def rule_form(code, **changes):
    rule = DeadlineRule.objects.filter(code=code).latest("pk")
    names = ("unit", "amount", "day", "function", "longest_extension", "last_call_hours", "escalate_after_hours")
    words = [
        f"{field}_{code}" for field in ("name", "starts_with", "ends_with", "legal_basis") for code in ("vi", "en")
    ]
    sent = {name: getattr(rule, name) for name in (*names, *words)}
    return {name: "" if value is None else value for name, value in ({"code": code} | sent | changes).items()}


def test_a_rule_is_replaced_from_a_day_on(province):
    tomorrow = datetime.date(2026, 10, 7)
    with at("2026-10-06 10:00"):
        answer = signed_in(province.director).post(
            f"{RULES}add/", rule_form("HUE_CLARIFY", amount=5, valid_from=tomorrow, is_confirmed="on")
        )

    old, new = DeadlineRule.objects.filter(code="HUE_CLARIFY").order_by("pk")
    assert answer.status_code == 302
    assert (old.amount, old.valid_to) == (7, datetime.date(2026, 10, 6))
    assert (new.amount, new.valid_from, new.is_confirmed) == (5, tomorrow, True)
    assert new.stop_events == old.stop_events


def test_a_copy_of_a_rule_waits_for_its_day(province):
    rule = DeadlineRule.objects.get(code="HUE_Q")

    shown = signed_in(province.director).get(f"{RULES}copy/{rule.pk}/").content.decode()

    assert 'name="valid_from"' in shown
    assert "2021-12-05" not in shown
    assert re.search(r'name="months" value="3"[^>]*checked', shown)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"valid_from": "2026-10-05"}, "A new rule begins today or later"),
        ({"valid_from": "2026-10-08", "valid_to": "2026-10-07"}, "The last day cannot be before the first."),
        ({"valid_from": "2026-10-08", "amount": ""}, "Give either how many, or before which day"),
        (
            {"valid_from": "2026-10-08", "unit": "before_date", "amount": "", "day": "31", "months": ["2"]},
            "no such day",
        ),
        (
            {"valid_from": "2026-10-08", "unit": "before_date", "amount": "", "day": "3", "months": []},
            "Name the months.",
        ),
        ({"valid_from": ""}, "This field is required."),
    ],
)
def test_a_rule_that_cannot_be_is_refused_with_a_sentence(province, changes, sentence):
    with at("2026-10-06 10:00"):
        answer = signed_in(province.director).post(f"{RULES}add/", rule_form("HUE_CLARIFY", **changes))

    assert sentence in answer.content.decode()
    assert DeadlineRule.objects.filter(code="HUE_CLARIFY").get().valid_to is None


@pytest.mark.parametrize("person", ["director", "moderator", "auditor"])
def test_rules_are_read_and_never_edited(province, person):
    client, rule = signed_in(getattr(province, person)), DeadlineRule.objects.get(code="HUE_CLARIFY")

    assert "HUE_CLARIFY" in client.get(RULES).content.decode()
    assert client.get(f"{RULES}inspect/{rule.pk}/").status_code == 200
    assert client.get(f"{RULES}edit/{rule.pk}/").status_code == 302
    assert client.post(f"{RULES}delete/{rule.pk}/").status_code == 302
    assert DeadlineRule.objects.filter(pk=rule.pk).exists()


def test_others_do_not_see_the_rules(province):
    assert signed_in(province.contributor).get(RULES).status_code == 302


# --- the working calendar


def day_form(**changes):
    return {"day": "2026-10-12", "name_vi": "Nghỉ bão", "name_en": "Storm", "kind": HolidayKind.HOLIDAY} | changes


def test_several_days_are_entered_together(province):
    signed_in(province.director).post(f"{DAYS}add/", day_form(until="2026-10-14", source="Công điện 01"))

    kept = Holiday.objects.filter(source="Công điện 01")
    assert [f"{row.day:%d.%m} {row.name_vi} {row.name_en}" for row in kept] == [
        f"{day}.10 Nghỉ bão Storm" for day in (12, 13, 14)
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"day": "2026-09-02"}, "This day stands in the calendar already."),
        ({"day": "2026-08-29", "until": "2026-09-03"}, "Already in the calendar: 31.08.2026, 01.09.2026, 02.09.2026."),
        ({"until": "2026-10-11"}, "The last day cannot be before the first."),
        ({"until": "2027-10-11"}, "Enter at most 31 days together."),
    ],
)
def test_days_that_cannot_be_are_refused_with_a_sentence(province, changes, sentence):
    before = Holiday.objects.count()

    answer = signed_in(province.director).post(f"{DAYS}add/", day_form(**changes))

    assert sentence in answer.content.decode()
    assert Holiday.objects.count() == before


def test_a_day_is_put_right(province):
    day = Holiday.objects.get(day=datetime.date(2026, 8, 31))

    signed_in(province.director).post(
        f"{DAYS}edit/{day.pk}/", day_form(day="2026-09-03", kind=HolidayKind.COMPENSATION)
    )

    day.refresh_from_db()
    assert (day.day, day.name_vi) == (datetime.date(2026, 9, 3), "Nghỉ bão")


def test_a_year_of_the_calendar_is_shown_by_itself(province):
    shown = signed_in(province.director).get(f"{DAYS}?year=2025").content.decode()

    assert "Sunday" in shown or "Monday" in shown
    assert "Hung Kings" in shown
    assert "2026" not in re.sub(
        r"<option.*?</option>|<label.*?</label>", "", shown.split("<tbody>")[1].split("</tbody>")[0]
    )


def test_moderators_read_the_calendar(province):
    client = signed_in(province.moderator)

    assert client.get(DAYS).status_code == 200
    assert client.post(f"{DAYS}add/", day_form()).status_code == 302
    assert not Holiday.objects.filter(day=datetime.date(2026, 10, 12)).exists()


def test_everybody_with_a_seat_has_a_calendar(province):
    AgencyFactory()

    for person in ("contributor", "lead", "moderator", "director", "auditor", "screener", "security"):
        assert "My calendar" in page(getattr(province, person))
