"""Nothing becomes public without a decision, whichever way it is tried."""

import contextlib
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from cms.moderation import services
from tests.archive import appraised, cleared, handed_in, now, published, taken
from tests.cms.moderation.ways import editor, files, review, shell, translating  # noqa: F401  (each registers its ways)
from tests.cms.moderation.ways.register import WAYS
from tests.cms.moderation.ways.scene import SECRET, read_by_public, set_the_scene

pytestmark = pytest.mark.django_db
REASON = {"reason": "Vì lý do."}
REFUSED = (PermissionDenied, ValidationError, IntegrityError)


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    return set_the_scene(standing_archive)


@pytest.fixture
def scene_of_a_way(world):
    world.look = read_by_public
    return world


def test_the_eye_reads_what_is_public_and_not_the_draft(world):
    text = read_by_public()

    assert "Known" in text
    assert SECRET not in text


def test_the_eye_reads_what_three_others_decided_on(world):
    published(world.page, world)

    assert SECRET in read_by_public()


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_way(way, scene_of_a_way):
    with contextlib.suppress(*REFUSED), transaction.atomic():
        way(scene_of_a_way)

    assert SECRET not in scene_of_a_way.look()


def returned(page, world):
    page = taken(page, world)
    services.return_to_author(page, by=world.moderator, **REASON)


def rejected(page, world):
    services.reject(appraised(page, world), by=world.director, **REASON)


def scheduled(page, world):
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision(user=world.contributor)
    published(now(page), world)


def withdrawn(page, world):
    services.withdraw(published(page, world), by=world.director, **REASON)


def archived(page, world):
    services.archive(published(page, world), by=world.director, **REASON)


def approved(page, world):
    page.sensitivity = 2
    page.save_revision(user=world.contributor)
    published(now(page), world)


def quarantined(page, world):
    services.quarantine(published(page, world), by=world.screener, **REASON)


STATES = {
    "draft": lambda page, world: None,
    "submitted": handed_in,
    "agency_cleared": cleared,
    "in_appraisal": taken,
    "appraised": appraised,
    **{step.__name__: step for step in (returned, rejected, scheduled, withdrawn, archived, approved, quarantined)},
}


@pytest.mark.parametrize("state", STATES)
def test_what_is_not_published_is_read_by_nobody(state, world):
    STATES[state](world.page, world)

    assert now(world.page).status.state == state
    assert SECRET not in read_by_public()
    assert Client().get(world.page.get_url()).status_code == (410 if state == "withdrawn" else 404)
    assert SECRET not in Client().get("/vi/bai-viet/zzsecret/").content.decode().replace("/vi/bai-viet/zzsecret/", "")
