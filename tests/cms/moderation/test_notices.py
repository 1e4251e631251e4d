"""Letters to whoever handed something in, and translations that begin with what is known."""

import pytest
from django.core import mail
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from cms.moderation import services
from cms.moderation.choices import State
from cms.pages.models import ArticlePage
from tests.archive import answers, appraised, article, locale, now, published, taken
from tests.cms.moderation.test_queue import signed_in
from tests.cms.moderation.test_screens import address

pytestmark = pytest.mark.django_db


def prefers(user, code):
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = code
    profile.save()


def test_a_return_is_told_in_the_persons_language(world, django_capture_on_commit_callbacks):
    page = taken(article(world, title="Cần sửa"), world)
    prefers(world.contributor, "en")

    with django_capture_on_commit_callbacks(execute=True):
        services.return_to_author(page, by=world.moderator, reason="Câu chữ riêng.")

    letter = mail.outbox[-1]
    assert letter.to == [world.contributor.email]
    assert letter.subject == "“Cần sửa” came back to you"
    assert "Câu chữ riêng." not in letter.body
    assert f"/admin/review/{page.content_type_id}/{page.pk}/" in letter.body


def test_an_approval_is_told(world, django_capture_on_commit_callbacks):
    page = appraised(article(world), world)
    prefers(world.contributor, "en")
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        services.approve(page, by=world.director)

    assert [letter.subject for letter in mail.outbox] == [f"“{page.title}” is approved"]


def test_a_title_that_is_not_for_the_public_is_in_no_letter(world, django_capture_on_commit_callbacks):
    page = taken(article(world, title="Chỉ nội bộ", sensitivity=3), world)

    with django_capture_on_commit_callbacks(execute=True):
        services.return_to_author(page, by=world.moderator, reason="Sai.")

    assert "Chỉ nội bộ" not in mail.outbox[-1].subject + mail.outbox[-1].body


def test_nobody_is_told_when_an_item_is_set_apart_but_screeners(world, django_capture_on_commit_callbacks):
    page = article(world, body=[("text", "<p>TỐI MẬT</p>")], title="Nhan đề")

    with django_capture_on_commit_callbacks(execute=True):
        services.submit(page, by=world.contributor, declaration=True)

    people = {address for letter in mail.outbox for address in letter.to}
    assert people == {world.screener.email, world.screener2.email}
    assert all("Nhan đề" not in letter.subject + letter.body for letter in mail.outbox)


# --- translations


def translated(page, words=None):
    """The page's English translation, begun; strings typed as given."""
    translate_object(page, [locale("en")])
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=locale("en"))
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string"):
        if words is not None and segment.context.path != "slug":
            StringTranslation.objects.get_or_create(
                translation_of=segment.string, locale=locale("en"), context=segment.context,
                defaults={"data": words.get(segment.context.path, "EN " + segment.string.data)},
            )  # fmt: skip
    return translation


def in_english(world):
    """Home and section in English, public, so that pages have a place there."""
    for page in (world.home, world.section):
        translation = translated(page, {})
        approve_translation(translation, world)


def approve_translation(translation, world):
    services.hand_in_translation(translation, by=world.contributor, declaration=True)
    page = translation.get_target_instance()
    if page.status.state == State.SUBMITTED:
        services.clear(page, by=world.lead)
    services.take(page, by=world.moderator)
    services.appraise(page, by=world.moderator, answers=answers())
    services.approve(page, by=world.director)
    return now(page)


def test_a_half_translated_text_is_not_handed_in(world):
    in_english(world)
    translation = translated(published(article(world), world))
    page = translation.get_target_instance()

    shown = signed_in(world.contributor).get(address(page, "submit")).content.decode()

    assert "not yet translated" in shown
    assert 'name="declaration"' not in shown
    with pytest.raises(services.Incomplete):
        services.hand_in_translation(translation, by=world.contributor, declaration=True)


def test_a_translation_is_handed_in_from_its_own_screen(world):
    in_english(world)
    translation = translated(published(article(world), world), {"title": "Court music by the river"})
    page = translation.get_target_instance()

    signed_in(world.contributor).post(address(page, "submit"), {"declaration": "on"})

    page = now(page)
    assert page.status.state == State.SUBMITTED
    assert page.get_latest_revision_as_object().title == "Court music by the river"
    assert page.status.title == "Court music by the river"


def test_the_translation_editor_says_where_it_stands(world):
    in_english(world)
    page = translated(published(article(world), world)).get_target_instance()

    shown = signed_in(world.contributor).get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert "Hand in this translation" in shown
    assert "texts are translated" in shown


def test_a_judge_reads_the_translation_beside_its_source(world):
    in_english(world)
    source = published(article(world, intro="Câu gốc."), world)
    translation = translated(source, {"intro": "The source sentence."})
    services.hand_in_translation(translation, by=world.contributor, declaration=True)

    shown = signed_in(world.lead).get(address(translation.get_target_instance())).content.decode()

    assert "Câu gốc." in shown
    assert "The source sentence." in shown
    assert "Beside the text in Vietnamese" in shown


def test_a_translation_begins_with_what_is_public_in_its_language(world):
    in_english(world)
    first = translated(published(article(world, title="Một", event="Lễ hội muối"), world), {"event": "Salt festival"})
    approve_translation(first, world)

    second = translated(published(article(world, title="Hai", event="Lễ hội muối"), world))

    known = StringTranslation.objects.filter(context__object_id=second.source.object_id, context__path="event")
    assert [each.data for each in known] == ["Salt festival"]


def test_a_translation_takes_nothing_from_what_is_not_public(world):
    in_english(world)
    translated(published(article(world, title="Một", event="Lễ hội muối"), world), {"event": "Salt festival"})

    second = translated(published(article(world, title="Hai", event="Lễ hội muối"), world))

    assert not StringTranslation.objects.filter(
        context__object_id=second.source.object_id, context__path="event"
    ).exists()


def test_a_translation_older_than_its_source_is_listed(world):
    in_english(world)
    source = published(article(world, title="Nguồn"), world)
    english = approve_translation(translated(source, {"title": "The source"}), world)
    source = ArticlePage.objects.get(pk=source.pk)
    source.intro = "Đã đổi."
    source.save_revision(user=world.contributor)
    published(now(source), world)

    client = signed_in(world.moderator)

    assert "The source" in client.get("/admin/review/outdated/").content.decode()
    assert "older than its source since" in client.get(address(english)).content.decode()
