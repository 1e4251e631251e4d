"""What may be a secret: declared, scanned, set apart for screeners alone, and released or destroyed by two people."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision
from wagtail_localize.models import StringTranslation, TranslationSource

from cms.moderation import services
from cms.moderation.choices import State
from cms.moderation.models import Decision, ItemStatus, Quarantine, Screening
from cms.pages.models import ArticlePage, GalleryItem, GalleryPage
from search.models import SearchEntry
from tests.archive import article, draft, handed_in, image_record, now, published, taken, words_of_an_article
from tests.cms.moderation.ways.scene import at, read_by_public, set_the_scene, signed_in
from tests.cms.moderation.ways.scene import handed_in as submitted
from tests.cms.moderation.ways.translating import english, public_english

pytestmark = pytest.mark.django_db
HIDDEN_WORD = "zzhidden"
MARKED = [("text", f"<p>{HIDDEN_WORD}</p><p>Độ mật: MẬT</p>")]


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    return set_the_scene(standing_archive)


@pytest.fixture
def suspect(world):
    """Handed in, found to carry a marking, and set apart."""
    return handed_in(article(world, title=HIDDEN_WORD, slug="marked", body=MARKED), world)


def everything_in_the_database():
    """Every text of every table, as one: what is destroyed must stand in none of them."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [f"{table}: {row}" for row in cursor.fetchall()]
    return "\n".join(found)


# --- handing in


def test_nothing_is_handed_in_without_a_declaration(world):
    with pytest.raises(services.NotDeclared):
        services.submit(world.page, by=world.contributor, declaration=False)

    assert now(world.page).status.state == State.DRAFT


def test_each_submission_keeps_who_declared_and_what_was_scanned(world):
    page = handed_in(world.page, world)

    screening = Screening.objects.get(status=page.status)
    assert (screening.declared_by, screening.hits) == (world.contributor, [])
    assert screening.revision == page.latest_revision


@pytest.mark.parametrize("field", ["title", "intro", "author_text", "seo_title", "people"])
def test_a_marking_in_any_field_sets_the_item_apart(world, field):
    page = handed_in(article(world, slug="marked", **{field: "Độ mật: Tối mật"}), world)

    assert page.status.state == State.QUARANTINED


def test_a_marking_in_a_note_among_editors_sets_it_apart(world):
    page = handed_in(article(world, slug="marked", body=[("editor_note", "TUYỆT MẬT")]), world)

    assert page.status.state == State.QUARANTINED


# --- who sees it


def test_the_screeners_are_told_without_a_word_of_it(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        handed_in(article(world, title=HIDDEN_WORD, slug="marked", body=MARKED), world)

    message = mail.outbox[-1]
    assert set(message.to) == {world.screener.email, world.screener2.email}
    assert HIDDEN_WORD not in message.subject + message.body


@pytest.mark.parametrize(
    "name, sees",
    [
        ("contributor", False),
        ("helper", False),
        ("lead", False),
        ("moderator", False),
        ("security", False),
        ("auditor", False),
        ("director", True),
        ("screener", True),
        ("screener2", True),
    ],
)
def test_only_screeners_and_the_director_see_it(world, suspect, name, sees):
    user = getattr(world, name)

    assert ItemStatus.objects.visible_to(user).of(suspect).exists() is sees
    assert Page.objects.filter(pk=suspect.pk).exists()
    assert ArticlePage.objects.visible_to(user).filter(pk=suspect.pk).exists() is sees


def test_its_author_learns_nothing_but_that_it_is_under_review(world, suspect):
    author = signed_in(world.contributor)

    for address in (f"/admin/pages/{suspect.pk}/edit/", f"/admin/pages/{suspect.pk}/history/"):
        assert "Độ mật" not in author.get(address).content.decode()
    assert suspect.status.get_state_display() in ("Under review", "Đang xem xét lại", "Đang xem xét", "Đang rà soát")
    with pytest.raises(PermissionDenied):
        suspect.save_revision(user=world.contributor)


def test_its_words_are_in_no_search_entry(world, suspect):
    entries = SearchEntry.objects.standing().filter(object_id=suspect.pk)

    assert not entries.exists()
    assert HIDDEN_WORD not in " ".join(SearchEntry.objects.values_list("title", flat=True))
    assert HIDDEN_WORD not in read_by_public()


def test_nobody_judges_it_meanwhile(world, suspect):
    for step in (services.clear, services.take, services.approve):
        for name in ("lead", "moderator", "director", "screener"):
            with pytest.raises((PermissionDenied, ValidationError)):
                step(suspect, by=getattr(world, name))


# --- setting apart by hand


def test_a_screener_takes_a_public_item_from_the_public_at_once(world):
    services.quarantine(world.known, by=world.screener, reason="Tin báo.")

    assert now(world.known).status.state == State.QUARANTINED
    assert Client().get(world.known.url).status_code == 404
    assert not Decision.objects.on(world.known).standing().exists()


def test_its_translations_go_dark_with_it(world):
    _translation, page = public_english(world)

    services.quarantine(world.known, by=world.screener, reason="Tin báo.")

    assert now(page).status.state == State.WITHDRAWN
    assert not now(page).live


def test_what_waits_for_its_time_is_not_published_under_screening(world):
    page = published(article(world, slug="later", go_live_at=timezone.now() + timedelta(days=1)), world)
    services.quarantine(page, by=world.screener, reason="Tin báo.")

    with at(timezone.now() + timedelta(days=2)):
        call_command("publish_scheduled")

    assert now(page).status.state == State.QUARANTINED
    assert not now(page).live


def test_only_a_screener_sets_apart(world):
    for name in ("contributor", "lead", "moderator", "director", "security", "auditor", "superuser"):
        with pytest.raises(PermissionDenied):
            services.quarantine(world.known, by=getattr(world, name), reason="x")


# --- release


def released(page, world):
    services.propose_release(page, by=world.screener, reason="Chỉ là ví dụ.")
    services.release_quarantine(page, by=world.screener2, reason="Đồng ý.")
    return now(page)


def test_two_people_release_it(world, suspect):
    page = released(suspect, world)

    assert page.status.state == State.DRAFT
    case = Quarantine.objects.get(status=page.status)
    assert (case.release_proposed_by, case.closed_by, case.outcome) == (world.screener, world.screener2, "released")


def test_one_person_does_not_release_it(world, suspect):
    with pytest.raises(PermissionDenied):
        services.release_quarantine(suspect, by=world.screener, reason="Tôi thấy ổn.")
    services.propose_release(suspect, by=world.screener, reason="Chỉ là ví dụ.")

    with pytest.raises(PermissionDenied):
        services.release_quarantine(suspect, by=world.screener, reason="Tôi thấy ổn.")

    assert now(suspect).status.state == State.QUARANTINED


def test_the_database_refuses_a_release_by_one_person(world, suspect):
    case = Quarantine.objects.filter(status=suspect.status)

    with pytest.raises(IntegrityError), transaction.atomic():
        case.update(release_proposed_by=world.screener, closed_by=world.screener, closed_at=timezone.now())


def test_a_released_text_is_not_stopped_again_until_it_changes(world, suspect):
    page = released(suspect, world)
    assert submitted(page, world.contributor).status.state == State.SUBMITTED
    services.recall(now(page), by=world.contributor)

    page = now(page)
    page.intro = "Tài liệu tối mật."
    page.save_revision(user=world.contributor)
    assert submitted(page, world.contributor).status.state == State.QUARANTINED


def test_a_released_item_goes_on_where_it_stood(world):
    page = taken(world.page, world)
    services.quarantine(page, by=world.screener, reason="Tin báo.")

    page = released(now(page), world)

    assert (page.status.state, page.status.assignee) == (State.IN_APPRAISAL, world.moderator)


def test_what_was_public_stays_withdrawn_until_it_is_restored(world):
    services.quarantine(world.known, by=world.screener, reason="Tin báo.")

    page = released(now(world.known), world)

    assert page.status.state == State.WITHDRAWN
    assert not page.live
    services.restore(page, by=world.director, reason="Không có bí mật.")
    assert now(page).is_public


# --- destruction


def purged(page, world):
    services.propose_release(page, by=world.screener, reason="Không được giữ.")
    services.purge(page, by=world.screener2, reason="Không được giữ.")
    return now(page)


def test_one_person_does_not_destroy(world, suspect):
    services.propose_release(suspect, by=world.screener, reason="Không được giữ.")

    with pytest.raises(PermissionDenied):
        services.purge(suspect, by=world.screener, reason="x")


def test_destroyed_words_stand_in_no_table(world, suspect):
    assert HIDDEN_WORD in everything_in_the_database()

    page = purged(suspect, world)

    assert HIDDEN_WORD not in everything_in_the_database()
    assert page.status.state == State.PURGED
    assert (page.title, page.slug) == ("—", f"removed-{page.pk}")


def test_a_judged_and_public_text_is_destroyed_too(world):
    page = published(article(world, title=HIDDEN_WORD, slug=HIDDEN_WORD, intro=HIDDEN_WORD), world)
    page.intro = f"{HIDDEN_WORD} 2"
    page.save_revision(user=world.contributor, log_action=True)
    page = taken(now(page), world)
    services.return_to_author(page, by=world.moderator, reason="Sửa.", notes={"intro": HIDDEN_WORD})
    services.quarantine(now(page), by=world.screener, reason="Tin báo.")

    page = purged(now(page), world)

    assert HIDDEN_WORD not in everything_in_the_database()
    assert not page.live
    assert page.status.accession_number
    assert Decision.objects.on(page).exists()


def test_what_the_translation_editor_copied_is_destroyed(world):
    page = published(article(world, title=HIDDEN_WORD, slug="source"), world)
    english(world, words="Fine", source=page)
    services.quarantine(page, by=world.screener, reason="Tin báo.")

    purged(now(page), world)

    assert not TranslationSource.objects.filter(object_id=page.translation_key).exists()
    assert not StringTranslation.objects.filter(context__object_id=page.translation_key).exists()


def test_rows_of_a_gallery_and_its_pictures_are_let_go(world):
    words = words_of_an_article(world.agency, title="Gallery", slug="gallery", intro="Độ mật: MẬT")
    words.pop("body")
    page = draft(world.section, world.contributor, GalleryPage, **words)
    page.items.add(GalleryItem(record=image_record(world, slug="picture")))
    page.save_revision(user=world.contributor)
    page = handed_in(now(page), world)

    purged(page, world)

    assert not GalleryItem.objects.exists()


def test_a_hash_of_the_text_stays(world, suspect):
    page = purged(suspect, world)

    step = page.status.steps.last()
    assert (step.event, len(step.answers["sha256"])) == ("purge", 64)
    assert page.source_agency == world.agency


def test_what_was_destroyed_never_comes_back(world, suspect):
    page = purged(suspect, world)

    with pytest.raises((PermissionDenied, ValidationError)):
        services.submit(page, by=world.contributor, declaration=True)
    with pytest.raises(PermissionDenied):
        page.save_revision(user=world.contributor)
    assert not ArticlePage.objects.visible_to(world.contributor).filter(pk=page.pk).exists()
    assert page.get_latest_revision().content["title"] == "—"


def test_other_judged_revisions_still_stand_still(world, suspect):
    purged(suspect, world)
    revision = world.known.live_revision

    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.filter(pk=revision.pk).update(content={**revision.content, "intro": "x"})


def test_the_log_of_what_was_destroyed_names_no_title(world, suspect):
    purged(suspect, world)

    assert set(PageLogEntry.objects.filter(page=suspect.pk).values_list("label", flat=True)) == {"—"}
