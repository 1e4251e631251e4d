"""A file may be read while something public shows it; an original never, but by those whose work it is."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Page

from cms.library.models import ArchiveDocument
from cms.library.renditions import make
from cms.library.showing import Shown, shown
from cms.moderation import services
from tests.archive import appraised, article, handed_in, image, image_record, now, published
from tests.cms.moderation.ways.scene import set_the_scene, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    """A public record, and one that waits; the renditions of both are made."""
    world = set_the_scene(standing_archive)
    world.shown = published(image_record(world, title="Shown", slug="shown"), world)
    world.waiting = appraised(image_record(world, title="Waiting", slug="waiting"), world)
    for page in (world.shown, world.waiting):
        make(page.image)
    return world


def address(page):
    return page.image.renditions.order_by("pk").first().url


def status_of(address, user=None):
    client = signed_in(user) if user else Client()
    return client.get(address).status_code


def test_the_renditions_of_a_public_record_are_for_everybody(world):
    answer = Client().get(address(world.shown))

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "name, status",
    [("contributor", 200), ("lead", 200), ("moderator", 200), ("director", 200), ("contributor2", 404), (None, 404)],
)
def test_renditions_of_what_waits_are_for_those_who_work_on_it(world, name, status):
    user = getattr(world, name) if name else None

    assert status_of(address(world.waiting), user) == status


def test_what_staff_are_sent_is_kept_by_no_cache(world):
    answer = signed_in(world.moderator).get(address(world.waiting))

    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("name", ["contributor2", "screener", "security", None])
def test_an_original_is_nobody_elses(world, name):
    user = getattr(world, name) if name else None

    assert status_of(world.shown.image.file.url, user) == 404


def test_an_original_is_open_to_those_who_work_on_it(world):
    for name in ("contributor", "lead", "moderator", "director"):
        assert status_of(world.shown.image.file.url, getattr(world, name)) == 200


def test_a_guessed_path_finds_nothing(world):
    for path in ("original_images/water.jpg", "../manage.py", "images/", "%2e%2e/manage.py", "nothing.jpg"):
        assert Client().get(f"/media/{path}", follow=True).status_code == 404


def test_a_withdrawn_record_takes_its_renditions_along(world):
    services.withdraw(world.shown, by=world.director, reason="x")

    assert shown(world.shown.image) is Shown.GONE
    assert status_of(address(world.shown)) == 410


def test_a_record_under_screening_shows_nothing(world):
    services.quarantine(world.shown, by=world.screener, reason="x")

    assert status_of(address(world.shown)) == 404


def test_what_is_for_staff_shows_nothing_to_the_public(world):
    page = published(image_record(world, title="Staff", slug="staff", sensitivity=2), world)
    make(page.image)

    assert shown(page.image) is Shown.UNKNOWN
    assert status_of(address(page)) == 404


def test_a_picture_that_another_public_item_shows_stays(world):
    other = published(article(world, title="Other", slug="other", cover=world.shown.image), world)

    services.withdraw(world.shown, by=world.director, reason="x")

    assert other.is_public
    assert status_of(address(world.shown)) == 200


def test_a_picture_of_the_next_draft_is_not_public_yet(world):
    cover = image(world.agency)
    make(cover)
    page = world.known.get_latest_revision_as_object()
    page.cover = cover
    page.save_revision(user=world.contributor)
    assert status_of(cover.renditions.first().url) == 404

    published(now(page), world)

    assert status_of(cover.renditions.first().url) == 200


def test_public_pages_name_no_original(world):
    for page in (world.shown, world.section, world.home):
        text = Client().get(page.get_url()).content.decode()
        assert "original_images" not in text
        assert world.shown.image.file.url not in text


# --- documents


@pytest.fixture
def document(world):
    found = ArchiveDocument(title="x", agency=world.agency, uploaded_by_user=world.contributor)
    found.file.save("x.txt", ContentFile(b"words"))
    return found


def with_document(world, document):
    return article(world, slug="paper", body=[("document", {"document": document, "label": "x"}), ("text", "x")])


def test_a_document_is_public_once_what_shows_it_is(world, document):
    page = handed_in(with_document(world, document), world)
    assert status_of(document.url) == 404
    services.clear(page, by=world.lead)

    services.recall(now(page), by=world.contributor)
    published(now(page), world)

    assert status_of(document.url) == 200


def test_a_document_of_a_withdrawn_page_is_not_served(world, document):
    page = published(with_document(world, document), world)
    services.withdraw(page, by=world.director, reason="x")

    assert status_of(document.url) == 404
    assert status_of(document.url, world.contributor) == 200


def test_a_document_of_a_draft_is_its_agencys(world, document):
    with_document(world, document)

    assert status_of(document.url, world.helper) == 200
    assert status_of(document.url, world.contributor2) == 404
    assert status_of(document.url, world.screener) == 404


def test_the_reading_rule_of_files_asks_of_pages_of_every_kind(world):
    assert Page.objects.filter(pk=world.shown.pk).exists()
    assert shown(world.shown.image) is Shown.PUBLIC
    assert shown(image(world.agency)) is Shown.UNKNOWN
