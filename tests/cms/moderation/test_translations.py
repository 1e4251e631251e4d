"""Each language has its own decision; only withdrawing the source takes the others along."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client, override_settings
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from cms.moderation import services
from cms.moderation.choices import State
from cms.moderation.models import Decision, public
from cms.pages.sitemaps import LanguageSitemap
from search.models import Audience, SearchEntry
from tests.archive import answers, appraised, article, now, published, taken
from tests.cms.moderation.ways.scene import at, at_once, judged, set_the_scene
from tests.cms.moderation.ways.translating import english, public_english, public_parents

pytestmark = pytest.mark.django_db
THREE = [("vi", "Tiếng Việt"), ("en", "English"), ("fr", "Français")]


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    """The known page is public in both languages."""
    world = set_the_scene(standing_archive)
    world.translation, world.english = public_english(world)
    return world


def status_of(page):
    return Client().get(page.get_url()).status_code


def new_english(world, words):
    """A change of the English text, drafted and not yet handed in."""
    StringTranslation.objects.filter(locale=world.en).exclude(context__path="slug").update(data=words)
    with at_once():
        Translation.objects.get(pk=world.translation.pk).save_target(user=world.contributor, publish=False)
    return now(world.english)


# --- on its own


def test_a_translation_is_handed_in_judged_and_approved_on_its_own(world):
    source = published(article(world, title="Hai", slug="hai"), world)
    translation = english(world, words="Two", source=source)

    services.hand_in_translation(translation, by=world.contributor, declaration=True)
    page = now(translation.get_target_instance())
    assert (page.status.state, page.status.language, page.live) == (State.SUBMITTED, "en", False)
    judged(page, world.lead, world.moderator, world.director)

    assert status_of(page) == 200
    assert now(page).is_public
    assert Decision.objects.on(page).get().revision == now(page).live_revision
    assert now(page).status.accession_number != source.status.accession_number


def test_a_half_translated_text_is_not_handed_in(world):
    source = published(article(world, title="Ba", slug="ba"), world)
    translate_object(source, [world.en], user=world.contributor)
    translation = Translation.objects.get(target_locale=world.en, source__object_id=source.translation_key)

    with pytest.raises(services.Incomplete):
        services.hand_in_translation(translation, by=world.contributor, declaration=True)


def test_publishing_the_source_touches_no_translation(world):
    before = now(world.english)
    page = world.known.get_latest_revision_as_object()
    page.intro = "Đã đổi."
    page.save_revision(user=world.contributor)

    with at_once():
        published(now(page), world)

    after = now(world.english)
    assert (after.live_revision, after.intro, after.is_public) == (before.live_revision, before.intro, True)


def test_publishing_a_translation_touches_no_source(world):
    before = now(world.known)

    published(new_english(world, "Better"), world)

    assert now(world.english).title == "Better"
    assert now(world.known).live_revision == before.live_revision
    assert now(world.known).latest_revision == before.latest_revision


def test_a_draft_of_a_public_translation_waits_in_a_revision(world):
    page = new_english(world, "Drafted")

    assert page.title == "Fine"
    assert page.get_latest_revision_as_object().title == "Drafted"
    assert "Drafted" not in Client().get(page.get_url()).content.decode()


# --- withdrawing


def test_withdrawing_a_translation_leaves_its_source(world):
    services.withdraw(world.english, by=world.director, reason="Dịch sai.")

    assert (status_of(world.english), status_of(world.known)) == (410, 200)


def test_withdrawing_the_source_withdraws_all(world):
    services.withdraw(world.known, by=world.director, reason="Sai.")

    assert (status_of(world.english), status_of(world.known)) == (410, 410)
    assert now(world.english).status.state == State.WITHDRAWN


def test_a_change_of_a_translation_under_review_does_not_hold_back_the_withdrawal(world):
    page = taken(new_english(world, "Better"), world)

    services.withdraw(world.known, by=world.director, reason="Sai.")

    status = now(page).status
    assert (status.state, status.assignee) == (State.WITHDRAWN, None)
    assert status.submission.ended_at
    assert not now(page).live


def test_a_change_of_the_source_under_review_does_not_hold_back_the_withdrawal(world):
    page = world.known.get_latest_revision_as_object()
    page.intro = "Đang chờ."
    page.save_revision(user=world.contributor)
    page = appraised(now(page), world)

    services.withdraw(page, by=world.director, reason="Sai.")

    assert now(page).status.state == State.WITHDRAWN
    assert now(page).current_workflow_state is None
    services.submit(now(page), by=world.contributor, declaration=True)
    assert now(page).status.state == State.SUBMITTED


def test_a_scheduled_translation_is_withdrawn_with_its_source(world):
    source = published(article(world, title="Bốn", slug="bon"), world)
    translation = english(world, words="Four", source=source)
    translation.save_target(user=world.contributor, publish=False)
    page = now(translation.get_target_instance())
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision(user=world.contributor)
    page = published(now(page), world)
    assert page.status.state == State.SCHEDULED

    services.withdraw(source, by=world.director, reason="Sai.")
    with at(timezone.now() + timedelta(days=2)):
        call_command("publish_scheduled")

    assert not now(page).live


def test_archiving_the_source_withdraws_its_translations(world):
    services.archive(world.known, by=world.director, reason="Đã cũ.")

    assert (now(world.known).live, now(world.english).live) == (False, False)
    assert now(world.known).status.state == State.ARCHIVED


def test_the_end_of_the_source_is_the_end_of_its_translations(world):
    source = published(article(world, slug="ends", expire_at=timezone.now() + timedelta(days=1)), world)
    translation = english(world, words="Ends", source=source)
    translation.save_target(user=world.contributor, publish=False)
    page = now(translation.get_target_instance())
    published(page, world)

    with at(timezone.now() + timedelta(days=2)):
        call_command("publish_scheduled")

    assert (now(source).live, now(page).live) == (False, False)


# --- age


def test_a_translation_older_than_its_source_says_since_when(world):
    assert world.english.outdated_since is None
    page = world.known.get_latest_revision_as_object()
    page.intro = "Mới hơn."
    page.save_revision(user=world.contributor)

    with at(timezone.now() + timedelta(minutes=1)):
        published(now(page), world)

    assert now(world.english).outdated_since == timezone.localdate(now(world.known).last_published_at)
    assert world.known.outdated_since is None


# --- only real translations


def test_a_draft_in_another_language_is_named_nowhere(world):
    source = published(article(world, title="Năm", slug="nam"), world)
    translation = english(world, words="Five", source=source)
    translation.save_target(user=world.contributor, publish=False)
    page = now(translation.get_target_instance())

    vietnamese = Client().get(source.url).content.decode()
    assert page.get_url() not in vietnamese
    assert 'hreflang="vi"' in vietnamese
    for address in ("/sitemap-en.xml", "/sitemap-vi.xml", "/en/feed/"):
        assert page.get_url() not in Client().get(address).content.decode()
    assert not SearchEntry.objects.standing().filter(audience=Audience.PUBLIC, object_id=page.pk).exists()


def test_a_public_translation_is_named_in_both_directions(world):
    for page, other in ((world.known, world.english), (world.english, world.known)):
        text = Client().get(page.get_url()).content.decode()
        assert other.get_url() in text
        assert 'hreflang="x-default"' in text
    assert world.english.get_url() in Client().get("/sitemap-vi.xml").content.decode()
    assert world.english.get_url() in Client().get("/sitemap-en.xml").content.decode()
    assert world.english.get_url() in Client().get("/en/feed/").content.decode()
    assert SearchEntry.objects.standing().filter(audience=Audience.PUBLIC, object_id=world.english.pk).exists()


def test_a_withdrawn_translation_is_named_no_more(world):
    services.withdraw(world.english, by=world.director, reason="Dịch sai.")

    for address in (world.known.get_url(), "/sitemap-vi.xml", "/sitemap-en.xml", "/en/feed/"):
        assert world.english.get_url() not in Client().get(address).content.decode()
    assert not SearchEntry.objects.standing().filter(audience=Audience.PUBLIC, object_id=world.english.pk).exists()


def test_no_page_is_an_alias(world):
    source = published(article(world, title="Sáu", slug="sau"), world)
    with at_once():
        source.copy_for_translation(world.en, copy_parents=True, alias=True)
        source.create_alias(parent=world.section, update_slug="sau-2")

    assert not Page.objects.exclude(alias_of=None).exists()
    assert not public(Page.objects.filter(slug="sau-2")).exists()


# --- a third language


@pytest.fixture
def french(world):
    """French, switched on by configuration and a row alone."""
    with override_settings(LANGUAGES=THREE, WAGTAIL_CONTENT_LANGUAGES=THREE):
        yield Locale.objects.create(language_code="fr")


def test_a_third_language_works_from_draft_to_public_by_configuration_alone(world, french):
    translate_object(world.known, [french], user=world.contributor)
    translation = Translation.objects.get(target_locale=french, source__object_id=world.known.translation_key)
    for segment in StringSegment.objects.filter(source=translation.source):
        words = "connu" if segment.context.path == "slug" else "Connu"
        StringTranslation.objects.create(
            translation_of=segment.string, locale=french, context=segment.context, data=words
        )
    page = now(translation.get_target_instance())
    public_parents(page, world)
    services.hand_in_translation(translation, by=world.contributor, declaration=True)
    services.clear(now(page), by=world.lead)
    services.take(now(page), by=world.moderator)
    services.appraise(now(page), by=world.moderator, answers=answers())
    services.approve(now(page), by=world.director)

    page = now(page)
    assert (page.is_public, page.status.language) == (True, "fr")
    assert page.get_url().startswith("/fr/")
    answer = Client().get(page.get_url()).content.decode()
    assert '<html lang="fr"' in answer
    assert "Connu" in answer
    assert page.get_url() in Client().get(world.known.get_url()).content.decode()
    assert [found.pk for found in LanguageSitemap("fr").items() if found.pk == page.pk]
    assert page.get_url() in Client().get("/fr/feed/").content.decode()
    assert SearchEntry.objects.filter(audience=Audience.PUBLIC, language="fr", object_id=page.pk).exists()
