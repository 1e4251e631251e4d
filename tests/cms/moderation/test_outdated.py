"""What a translation's source says otherwise since the translation was taken from it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail_localize.models import Translation

from tests.archive import article, now, published
from tests.cms.moderation.test_queue import signed_in
from tests.cms.moderation.test_screens import address, changed
from tests.cms.moderation.ways.scene import at, set_the_scene
from tests.cms.moderation.ways.translating import english, public_english

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    """The known page is public in both languages."""
    world = set_the_scene(standing_archive)
    world.translation, world.english = public_english(world)
    return world


def publish_source(world, minutes=1, **words):
    """The source is changed and approved again, later."""
    with at(timezone.now() + timedelta(minutes=minutes)):
        return published(changed(now(world.known), world.contributor, **words), world)


def seen(world, user=None):
    return signed_in(user or world.contributor).get(address(now(world.english), "changes")).content.decode()


def test_a_translation_that_follows_its_source_says_so(world):
    shown = seen(world)

    assert "This translation follows its source." in shown
    assert "<ins>" not in shown


def test_what_changed_in_the_source_is_marked_word_by_word(world):
    publish_source(world, intro="Hai buổi diễn mẫu.")

    shown = seen(world)

    assert "<del>Một</del> buổi diễn mẫu." in shown
    assert "<ins>Hai</ins> buổi diễn mẫu." in shown


def test_a_draft_of_the_source_is_not_told(world):
    publish_source(world, intro="Hai buổi diễn mẫu.")
    changed(now(world.known), world.contributor, intro="Ba buổi diễn mẫu.")

    assert "Ba" not in seen(world)


def test_a_source_that_says_the_same_again_is_told_as_such(world):
    publish_source(world)

    assert "without a change of its words" in seen(world)


def test_reading_the_source_anew_does_not_hide_that_readers_have_the_older_text(world):
    publish_source(world, intro="Hai buổi diễn mẫu.")
    with at(timezone.now() + timedelta(minutes=2)):
        Translation.objects.get(pk=world.translation.pk).source.update_from_db()

    assert now(world.english).outdated_since
    assert "<del>Một</del> buổi diễn mẫu." in seen(world)
    assert "This translation is older than its source" in Client().get(world.english.get_url()).content.decode()


def test_a_translation_written_after_the_source_was_read_anew_follows_it(world):
    publish_source(world, intro="Hai buổi diễn mẫu.")
    translation = Translation.objects.get(pk=world.translation.pk)
    with at(timezone.now() + timedelta(minutes=2)):
        translation.source.update_from_db()
    with at(timezone.now() + timedelta(minutes=3)):
        english(world, words="Better").save_target(user=world.contributor, publish=False)
        published(now(world.english), world)

    assert now(world.english).outdated_since is None
    assert "This translation follows its source." in seen(world)


@pytest.mark.parametrize("screen", ["/admin/review/outdated/", "review", "editor"])
def test_every_mark_of_an_outdated_translation_leads_to_what_changed(world, screen):
    publish_source(world, intro="Hai buổi diễn mẫu.")
    page = now(world.english)
    places = {"review": address(page), "editor": f"/admin/pages/{page.pk}/edit/"}

    shown = signed_in(world.contributor).get(places.get(screen, screen)).content.decode()

    assert address(page, "changes") in shown


def test_what_another_agency_may_not_see_it_cannot_compare(world):
    page = article(world, title="Riêng", slug="rieng")

    answer = signed_in(world.contributor2).get(address(page, "changes"))

    assert answer.status_code in (302, 403, 404)
