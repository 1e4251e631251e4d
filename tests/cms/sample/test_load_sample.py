"""The sample archive as a whole: loaded once for all tests here, inside a transaction that is rolled back."""

import re
from collections import defaultdict

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.library.models import ArchiveImage
from cms.moderation import triggers
from cms.moderation.choices import State
from cms.moderation.models import ItemStatus, ProposedChange, Quarantine, ReturnNote, Step, public
from cms.pages.models import ArticlePage, GalleryPage, ImageRecordPage, LegalDocumentPage
from cms.sample.generating.writing import generate
from cms.sample.loading.archive import load
from cms.sample.loading.people import PASSWORD
from cms.sample.loading.texts import Texts

SMALL = 0.1  # drawn 160 pixels wide
KEEPS_A_MARK = {"search"}  # an engine learns from it that something went

pytestmark = pytest.mark.django_db


def row_counts() -> dict[str, int]:
    """How many rows each table holds."""
    models = (model for model in apps.get_models(include_auto_created=True) if model._meta.managed)
    kept = (model for model in models if model._meta.app_label not in KEEPS_A_MARK and not model._meta.proxy)
    return {model._meta.label: model._base_manager.count() for model in kept}


@pytest.fixture(scope="module")
def rows_before(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield row_counts()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def sample(rows_before):
    return load(SMALL)


def public_pages() -> list[Page]:
    return list(public(Page.objects.filter(depth__gt=1)).select_related("locale"))


def test_items_stand_in_every_state(sample):
    standing = set(ItemStatus.objects.values_list("state", flat=True))

    assert standing == set(State)


def test_translations_stand_in_states_of_their_own(sample):
    english = ItemStatus.objects.filter(language="en")

    assert {"published", "in_appraisal", "appraised", "returned"} <= set(english.values_list("state", flat=True))


def test_every_record_that_the_texts_promise_is_there(sample):
    vietnamese = {"locale__language_code": "vi"}

    assert ArchiveImage.objects.count() == ImageRecordPage.objects.filter(**vietnamese).count() == 24
    assert LegalDocumentPage.objects.filter(**vietnamese).public().count() == 5
    assert GalleryPage.objects.filter(**vietnamese).public().count() == 2
    assert ArticlePage.objects.filter(**vietnamese).count() >= 12
    assert ArticlePage.objects.filter(locale__language_code="en").count() >= 8


def test_every_public_page_answers_in_both_languages(sample):
    pages, client = public_pages(), Client()

    answers = {page.url: client.get(page.url).status_code for page in pages}

    assert {address.split("/")[1] for address in answers} == {"vi", "en"}
    assert {address: status for address, status in answers.items() if status != 200} == {}


def test_an_english_article_is_translated_segment_by_segment(sample):
    keys = ArticlePage.objects.filter(locale__language_code="en").values("translation_key")

    progress = [each.get_progress() for each in Translation.objects.filter(source__object_id__in=keys)]

    assert progress and all(total == done for total, done in progress)


def test_a_table_is_read_in_english_too(sample):
    page = ArticlePage.objects.get(slug="salt-on-the-fields-of-van-loc")

    words = " ".join(str(block.value) for block in page.body if block.block_type == "table")

    assert words and not re.search("[ạảấầẩậắằặẹẻẽếềểệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", words)


def test_a_translation_older_than_its_source_knows_it(sample):
    page = ArticlePage.objects.get(slug="salt-on-the-fields-of-van-loc")

    assert page.outdated_since


def test_numbers_follow_the_calendar_without_a_gap(sample):
    numbered = ItemStatus.objects.exclude(accession_number=None).order_by("accession_date", "accession_number")
    years = defaultdict(list)
    for status in numbered:
        year, number = status.accession_number.removeprefix("HĐ.").split(".")
        years[year].append((number, status.accession_date))

    for given in years.values():
        assert [int(number) for number, _day in sorted(given)] == list(range(1, len(given) + 1))
        assert [day for _number, day in sorted(given)] == sorted(day for _number, day in given)


def test_nothing_has_happened_in_the_future(sample):
    assert not Step.objects.filter(at__gt=timezone.now()).exists()
    assert Step.objects.filter(at__year=2025).exists()


def test_the_scan_stopped_three_texts_and_one_waits_for_a_second_screener(sample):
    assert Quarantine.objects.count() == 3
    assert Quarantine.objects.filter(closed_at=None).exclude(release_proposed_by=None).count() == 1


def test_two_changes_of_lists_wait_and_one_was_refused(sample):
    assert sorted(ProposedChange.objects.values_list("state", flat=True)) == ["proposed", "proposed", "refused"]
    assert not ProposedChange.objects.filter(proposed_at__gt=timezone.now()).exists()


def test_a_returned_picture_carries_notes_beside_its_fields(sample):
    picture = ImageRecordPage.objects.get(slug="doi-thong")

    fields = set(ReturnNote.objects.filter(step__status=picture.status).values_list("field", flat=True))

    assert fields == {"caption", "rights_line", "people"}


def test_the_password_is_one_that_people_may_choose(sample):
    for user in User.objects.all():
        validate_password(PASSWORD, User(email=user.email, full_name=user.full_name, phone=user.phone))
        assert user.check_password(PASSWORD) and not user.must_change_password


def test_everybody_of_the_sample_gets_into_the_admin_in_vietnamese(sample):
    for row in Texts().people:
        client = Client()
        client.force_login(User.objects.get(email=row.email), "cms.accounts.backends.SeatBackend")

        page = client.get("/admin/", follow=True)

        assert page.status_code == 200
        assert page.headers["Content-Language"] == "vi"


def test_a_second_load_changes_nothing(sample, capsys):
    before = row_counts()

    call_command("load_sample")

    assert row_counts() == before
    assert "there already" in capsys.readouterr().out


def test_removing_it_leaves_no_row_behind(rows_before, sample):
    assert row_counts() != rows_before

    call_command("load_sample", remove=True)

    assert row_counts() == rows_before
    connection.check_constraints()
    assert not triggers.missing()


def test_it_stays_out_of_production(sample, monkeypatch):
    monkeypatch.setattr(settings, "FACE", "public")

    with pytest.raises(CommandError, match="production"):
        call_command("load_sample")


def test_generated_records_are_public_and_can_be_taken_away_with_the_sample(rows_before, sample):
    standing = len(public_pages())

    written = generate(12, seed=1)

    pages = public_pages()
    assert len(pages) == standing + written
    newest = max(pages, key=lambda page: page.pk)
    assert Client().get(newest.url).status_code == 200
    call_command("load_sample", remove=True)
    assert row_counts() == rows_before
