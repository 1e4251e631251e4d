"""The calendar behind a private address: read by programs, revocable, without a word of any record."""

import datetime
import re

import pytest
from django.test import Client
from icalendar import Calendar

from cms.deadlines import services
from cms.deadlines.models import CalendarToken
from tests.cms.deadlines.clocks import at, happened, started
from tests.cms.deadlines.test_screens import MINE, signed_in
from tests.factories import AgencyFactory

pytestmark = pytest.mark.django_db


def address_of(user):
    """The address as the page shows it, once."""
    shown = signed_in(user).post(MINE, {"deed": "make"}).content.decode()
    return re.search(r'value="http://testserver(/calendar/[^"]+\.ics)"', shown)[1]


def events(address):
    with at("2026-10-06 10:00"):
        answer = Client().get(address)
    return list(Calendar.from_ical(answer.content).walk("VEVENT")) if answer.status_code == 200 else answer.status_code


def test_a_feed_holds_the_clocks_of_its_person(province):
    subject = AgencyFactory(name_vi="Tin đồn về đập nước")
    started("HUE_CLARIFY", "2026-10-05 10:00", subject=subject, agency=province.agency)
    started("PRESS_INITIAL", "2026-10-05 10:00", agency=province.agency2)

    (event,) = events(address_of(province.contributor))

    assert event["dtstart"].dt == datetime.datetime(2026, 10, 12, 16, 59, tzinfo=datetime.UTC)  # 23:59 in Viet Nam
    assert str(event["summary"]).startswith("Làm rõ thông tin sai lệch, số ")
    assert "Sở Ngoại vụ" in event["description"]
    assert "đập" not in event.to_ical().decode()


def test_what_is_done_is_no_longer_in_the_feed(province):
    address = address_of(province.contributor)
    deadline = started("PRESS_INITIAL", "2026-10-06 09:00", agency=province.agency)
    assert len(events(address)) == 1

    happened(deadline, "informed", "2026-10-06 09:30")

    assert events(address) == []


def test_calendar_programs_can_read_it(province):
    started("HUE_CLARIFY", "2026-10-05 10:00", agency=province.agency)

    answer = Client().get(address_of(province.contributor))

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store"
    lines = answer.content.split(b"\r\n")
    assert (lines[0], lines[-2]) == (b"BEGIN:VCALENDAR", b"END:VCALENDAR")
    assert max(map(len, lines)) <= 75


def test_a_new_address_closes_the_old_one(province):
    old = address_of(province.contributor)

    new = address_of(province.contributor)

    assert events(old) == 404
    assert events(new) == []


def test_a_revoked_address_is_like_one_that_never_was(province):
    address = address_of(province.contributor)

    signed_in(province.contributor).post(MINE, {"deed": "revoke"})

    revoked, unknown = Client().get(address), Client().get("/calendar/abc.ics")
    assert (revoked.status_code, unknown.status_code) == (404, 404)
    assert revoked.content.decode().replace(address, "") == unknown.content.decode().replace("/calendar/abc.ics", "")


def test_who_has_left_has_no_feed(province):
    address = address_of(province.contributor)
    province.contributor.is_active = False
    province.contributor.save()

    assert events(address) == 404


def test_the_address_is_kept_nowhere(province):
    secret = services.make_calendar_address(province.contributor)

    token = CalendarToken.objects.get()

    assert secret not in str(vars(token))
    assert services.whose_calendar(secret) == province.contributor
    assert CalendarToken.objects.get().last_read_at


def test_the_page_shows_the_address_once(province):
    address = address_of(province.contributor)

    assert address not in signed_in(province.contributor).get(MINE).content.decode()


def test_a_feed_changes_nothing(province):
    assert Client().post(address_of(province.contributor)).status_code == 405
