"""The clocks of the review: one row a passage, kept by whoever must act next."""

import datetime
import re

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from cms.deadlines.choices import Outcome
from cms.deadlines.models import Deadline, DeadlineRule
from cms.moderation import services
from cms.moderation.choices import State
from tests.archive import appraised, article, cleared, handed_in, now, published, taken
from tests.cms.deadlines.clocks import local
from tests.cms.deadlines.test_screens import page as words
from tests.cms.moderation.test_on_time import at
from tests.cms.moderation.test_queue import signed_in

DAY = datetime.timedelta(days=1)


def clock(item):
    return Deadline.objects.of(item.status.submission).get()


def keeper(item):
    found = clock(item)
    return found.agency, found.responsible


def test_handing_in_starts_a_clock_whose_last_day_the_queue_shows(world):
    item = handed_in(article(world), world)

    found = clock(item)

    assert (found.code, found.outcome, found.started_at) == ("REVIEW", Outcome.RUNNING, item.status.submitted_at)
    assert item.status.due_on == found.last_day


def test_the_days_are_those_of_the_rule(world):
    DeadlineRule.objects.filter(code="REVIEW").update(unit="days", amount=30)

    item = handed_in(article(world), world)

    assert item.status.due_on >= timezone.localdate() + 30 * DAY


def test_whoever_must_act_keeps_the_clock(world):
    item = handed_in(article(world), world)
    assert keeper(item) == (world.agency, None)
    services.clear(item, by=world.lead)
    assert keeper(item) == (world.unit, None)
    services.take(item, by=world.moderator)
    assert keeper(item) == (world.unit, world.moderator)
    services.return_to_author(item, by=world.moderator, reason="Sai ngày.")
    assert keeper(now(item)) == (world.agency, world.contributor)
    assert keeper(appraised(article(world, title="Hai"), world)) == (world.department, None)


def test_a_return_neither_stops_nor_restarts_the_clock(world):
    item = taken(article(world), world)
    before = clock(item)

    services.return_to_author(item, by=world.moderator, reason="Sai ngày.")
    item = handed_in(now(item), world)

    after = clock(item)
    assert (after.pk, after.due_at, after.outcome) == (before.pk, before.due_at, Outcome.RUNNING)
    assert not after.notes.exists()


def test_approval_and_refusal_meet_the_clock(world):
    approved, refused = published(article(world), world), taken(article(world, title="Hai"), world)

    services.reject(refused, by=world.director, reason="Không phù hợp.")

    assert clock(approved).outcome == clock(now(refused)).outcome == Outcome.ON_TIME


def test_a_late_approval_is_late_for_ever(world):
    item = appraised(article(world), world)

    with at(timezone.now() + 30 * DAY):
        services.approve(item, by=world.director)

    assert clock(now(item)).outcome == Outcome.LATE


def test_calling_it_back_waives_the_clock_with_its_reason(world):
    item = handed_in(article(world), world)

    services.recall(item, by=world.contributor)

    assert (clock(item).outcome, clock(item).waiver) == (
        Outcome.WAIVED,
        "Việc thẩm định kết thúc mà không có quyết định.",
    )


def test_handing_in_again_later_is_another_passage_with_its_own_clock(world):
    item = handed_in(article(world), world)
    services.recall(item, by=world.contributor)

    item = handed_in(now(item), world)

    assert clock(item).outcome == Outcome.RUNNING
    assert Deadline.objects.count() == Deadline.objects.filter(outcome=Outcome.WAIVED).count() + 3


def test_what_is_held_too_long_goes_back_by_the_rule(world):
    DeadlineRule.objects.filter(code="REVIEW_CLAIM").update(unit="hours", amount=5)
    item = taken(article(world), world)

    with at(timezone.now() + datetime.timedelta(hours=4)):
        call_command("publish_scheduled")
    assert now(item).status.state == State.IN_APPRAISAL
    with at(timezone.now() + datetime.timedelta(hours=6)):
        call_command("publish_scheduled")

    assert now(item).status.state == State.AGENCY_CLEARED


def test_releasing_claims_asks_a_fixed_number_of_questions(world, django_assert_max_num_queries):
    for number in range(12):
        taken(article(world, title=f"Bài {number}"), world)

    with django_assert_max_num_queries(8):
        assert services.release_stale_claims() == 0


def test_handing_in_costs_few_questions_more(world, django_assert_max_num_queries):
    item = article(world)

    with django_assert_max_num_queries(90):  # of which the clock asks eight
        services.submit(item, by=world.contributor, declaration=True)


def test_an_item_of_the_review_is_named_and_linked_in_the_calendar(world):
    item = cleared(article(world, title="Nhã nhạc"), world)
    services.take(item, by=world.moderator)

    shown = signed_in(world.moderator).get("/admin/calendar/").content.decode()

    assert "Nhã nhạc" in shown
    assert reverse("review:item", args=[item.status.content_type_id, item.pk]) in shown


def test_what_is_under_screening_is_not_named_in_the_calendar(world):
    item = handed_in(article(world, title="Tên kín"), world)
    services.quarantine(item, by=world.screener, reason="Xem lại.")

    shown = signed_in(world.contributor).get("/admin/calendar/").content.decode()

    assert "Tên kín" not in shown
    assert f"item {item.status.pk}" in shown


def test_the_clock_of_an_item_stands_beside_the_item_alone(world):
    item = handed_in(article(world, title="Trễ"), world)
    Deadline.objects.of(item.status.submission).update(
        started_at=local("2026-01-01 00:00"), due_at=local("2026-01-02 00:00")
    )
    type(item.status).objects.of(item).update(due_on=datetime.date(2026, 1, 1))

    shown = words(world.lead, "/admin/", moment=f"{timezone.now() + DAY:%Y-%m-%d %H:%M}")

    assert len(re.findall("Trễ", shown)) == 1
    assert "Overdue" not in shown


@pytest.mark.parametrize("state", [State.DRAFT, State.PUBLISHED])
def test_what_nobody_judges_has_no_running_clock(world, state):
    item = published(article(world), world) if state == State.PUBLISHED else article(world)

    running = Deadline.objects.running().filter(object_id=str(item.status.submission_id))

    assert not running.exists()
