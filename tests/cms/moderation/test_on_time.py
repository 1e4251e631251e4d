"""What happens by the clock: publication at its time, an end at its time, a claim that was held too long."""

import datetime
from unittest import mock

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from cms.moderation import services
from cms.moderation.choices import State
from tests.archive import article, now, published, taken

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def at(moment: datetime.datetime):
    return mock.patch("django.utils.timezone.now", return_value=moment)


def read(page) -> int:
    return Client().get("/vi/bai-viet/nha-nhac-ben-song/").status_code


def test_an_approved_text_waits_for_its_time(archive):
    page = published(article(archive, go_live_at=timezone.now() + DAY), archive)
    assert (page.status.state, read(page)) == (State.SCHEDULED, 404)

    with at(timezone.now() + 2 * DAY):
        call_command("publish_scheduled")

    assert (page.status.state, read(page)) == (State.PUBLISHED, 200)


def test_a_text_withdrawn_before_its_time_never_appears(archive):
    page = published(article(archive, go_live_at=timezone.now() + DAY), archive)
    services.withdraw(page, by=archive.director, reason="Quá sớm.")

    with at(timezone.now() + 2 * DAY):
        call_command("publish_scheduled")

    assert (page.status.state, read(page)) == (State.WITHDRAWN, 404)


def test_a_text_whose_time_is_over_is_gone(archive):
    page = published(article(archive, expire_at=timezone.now() + DAY), archive)
    assert read(page) == 200

    with at(timezone.now() + 2 * DAY):
        call_command("publish_scheduled")

    assert (page.status.state, read(page)) == (State.WITHDRAWN, 410)


def test_a_claim_held_too_long_goes_back_to_the_queue(archive):
    page = taken(article(archive), archive)

    with at(timezone.now() + 9 * DAY):
        call_command("publish_scheduled")

    assert (now(page).status.state, now(page).status.assignee) == (State.AGENCY_CLEARED, None)
