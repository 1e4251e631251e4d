"""What may be done at the foot of the translation editor: handing in comes first, locking never does."""

import re

import pytest

from cms.moderation import services
from tests.archive import article, now, published, taken
from tests.cms.moderation.test_queue import signed_in
from tests.cms.moderation.test_screens import address
from tests.cms.moderation.ways.scene import edit, set_the_scene
from tests.cms.moderation.ways.translating import english, public_english

pytestmark = pytest.mark.django_db

FOOT = re.compile(r'<footer class="footer hd-translation-actions">(.*?)</footer>', re.DOTALL)
FIRST = re.compile(r'<a class="button" href="([^"]+)"')


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    """The home page and the section are public in English."""
    world = set_the_scene(standing_archive)
    public_english(world)
    return world


@pytest.fixture
def draft(world):
    """A translated draft that nobody has handed in."""
    translation = english(world, words="Two", source=published(article(world, title="Hai", slug="hai"), world))
    translation.save_target(user=world.contributor, publish=False)
    return now(translation.get_target_instance())


def foot(user, page):
    return FOOT.search(signed_in(user).get(edit(page)).content.decode()).group(1)


def test_the_first_action_is_to_hand_it_in(world, draft):
    shown = foot(world.contributor, draft)

    assert FIRST.search(shown).group(1) == address(draft, "submit")
    assert f"/admin/pages/{draft.pk}/lock/" in shown


def test_the_appraiser_is_led_to_the_review_instead(world, draft):
    page = taken(draft, world)

    shown = foot(world.moderator, page)

    assert FIRST.search(shown).group(1) == address(page)
    assert address(page, "submit") not in shown


def test_a_locked_translation_can_be_unlocked(world, draft):
    draft.locked = True
    draft.locked_by = world.contributor
    draft.save(update_fields=["locked", "locked_by"])

    shown = foot(world.contributor, draft)

    assert "/unlock/" in shown
    assert "/lock/" not in shown


def test_what_was_handed_in_cannot_be_deleted_and_a_fresh_draft_can(world, draft):
    assert f"/admin/pages/{draft.pk}/delete/" in foot(world.contributor, draft)

    services.submit(draft, by=world.contributor, declaration=True)

    assert f"/admin/pages/{draft.pk}/delete/" not in foot(world.contributor, now(draft))
