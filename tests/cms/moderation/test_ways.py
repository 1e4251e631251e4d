"""Nothing becomes public without a decision, whichever way it is tried."""

import contextlib

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from tests.archive import published
from tests.cms.moderation.ways import editor, files, review, shell, translating  # noqa: F401  (each registers its ways)
from tests.cms.moderation.ways.register import WAYS
from tests.cms.moderation.ways.scene import SECRET, read_by_public, set_the_scene

pytestmark = pytest.mark.django_db
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
