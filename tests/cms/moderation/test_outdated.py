"""What a translation's source says otherwise since the translation was taken from it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail_localize.models import Translation

from cms.moderation.models import Decision
from cms.moderation.outdated import outdated_translations
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


def notice(world):
    """Whether readers of the English page are told that it is older than its source."""
    shown = Client().get(world.english.get_url()).content.decode()
    return "This translation is older than its source" in shown


def test_a_source_approved_again_with_the_same_words_leaves_its_translation_as_new_as_it_was(world):
    publish_source(world)

    assert now(world.english).outdated_since is None
    assert not notice(world)
    assert "This translation follows its source." in seen(world)
    assert outdated_translations({world.known.translation_key}) == {}


def test_a_source_approved_again_with_other_words_tells_readers_so(world):
    page = publish_source(world, intro="Hai buổi diễn mẫu.")

    day = timezone.localdate(page.last_published_at)
    assert now(world.english).outdated_since == day
    assert notice(world)
    assert outdated_translations() == {(world.known.translation_key, "en"): day}


def test_the_notice_costs_readers_no_more_questions_than_any_page_may(world, django_assert_max_num_queries):
    publish_source(world, intro="Hai buổi diễn mẫu.")
    notice(world)

    with django_assert_max_num_queries(12):
        assert notice(world)


@pytest.mark.parametrize(
    "words",
    [
        {"review_by": "2030-01-01"},
        {"last_verified": "2026-01-15"},
        {"topic_class": "promotion"},
        {"search_description": "Tóm tắt."},
        {"body": [("text", '<p data-block-key="x1">Tiếng đàn vang trên mặt nước.</p>')]},
    ],
    ids=lambda words: next(iter(words)),
)
def test_what_no_reader_reads_makes_no_translation_older(world, words):
    publish_source(world, **words)

    assert now(world.english).outdated_since is None
    assert not notice(world)


@pytest.mark.parametrize(
    "words",
    [
        {"title": "Nhã nhạc bên phá"},
        {"activity_date": "2026-01-16"},
        {"rights_line": "© Cơ quan khác"},
        {"body": [("text", "<p>Tiếng đàn vang trên mặt phá.</p>")]},
        {"author_text": "", "author_unknown": True},
    ],
    ids=lambda words: next(iter(words)),
)
def test_what_readers_read_makes_a_translation_older(world, words):
    publish_source(world, **words)

    assert now(world.english).outdated_since
    assert notice(world)


def test_a_source_that_goes_back_to_the_translated_words_is_followed_again(world):
    publish_source(world, 1, intro="Hai buổi diễn mẫu.")
    assert notice(world)

    publish_source(world, 2, intro="Một buổi diễn mẫu.")

    assert now(world.english).outdated_since is None
    assert not notice(world)


def test_the_day_told_is_that_of_the_change_and_not_of_a_later_approval(world):
    changed_on = publish_source(world, 1, intro="Hai buổi diễn mẫu.").last_published_at
    publish_source(world, 3 * 24 * 60)

    assert now(world.english).outdated_since == timezone.localdate(changed_on)


def test_a_translation_made_of_a_draft_follows_the_source_that_was_approved_as_it_was(world):
    source = article(world, title="Bảy", slug="bay")
    translation = english(world, words="Seven", source=source)
    with at(timezone.now() + timedelta(minutes=1)):
        published(source, world)
    translation.save_target(user=world.contributor, publish=False)
    page = published(now(translation.get_target_instance()), world)

    assert page.outdated_since is None


def test_a_text_published_before_marks_were_kept_counts_as_changed(world):
    publish_source(world)
    Decision.objects.on(world.known).update(words="")

    assert now(world.english).outdated_since
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
