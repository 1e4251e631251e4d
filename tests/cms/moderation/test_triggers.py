"""The guards below Python: they stand, they say when they do not, and reading is safe even without them."""

from contextlib import contextmanager

import pytest
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction
from django.test import Client
from wagtail.models import Page

from cms.moderation import checks, triggers
from cms.moderation.models import Decision, ItemStatus, public
from cms.pages.models import ArticlePage
from tests.archive import article, now, published
from tests.cms.moderation.ways.scene import SECRET, read_by_public, set_the_scene

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    return set_the_scene(standing_archive)


@contextmanager
def lifted():
    triggers.remove()
    yield
    triggers.install()


def test_every_guard_is_in_force(world):
    assert triggers.missing() == set()
    assert checks.guards_stand(databases=["default"]) == []


def test_the_check_names_a_missing_guard(world):
    triggers.remove()

    told = checks.guards_stand(databases=["default"])

    assert {warning.id for warning in told} == {"moderation.W001"}
    assert any("gate_wagtailcore_page_update" in warning.msg for warning in told)
    triggers.install()


def test_every_kind_of_page_is_guarded(world):
    tables = {rule.table for rule in triggers.rules()}

    for name in ("articlepage", "imagerecordpage", "gallerypage", "legaldocumentpage", "helppage", "homepage"):
        assert f"pages_{name}" in tables
    assert {"wagtailcore_page", "wagtailcore_revision", "pages_galleryitem", "pages_sectionindexpage"} <= tables


def test_guards_step_aside_for_a_migration_and_come_back(world):
    triggers.step_aside()
    assert triggers.installed() == {}

    triggers.come_back()

    assert triggers.missing() == set()


def test_a_row_without_a_decision_is_read_by_nobody_even_without_guards(world):
    with lifted():
        Page.objects.filter(pk=world.page.pk).update(live=True)
    cache.clear()

    assert SECRET not in read_by_public()
    assert not ArticlePage.objects.public().filter(pk=world.page.pk).exists()
    assert Client().get(now(world.page).url).status_code == 404


def test_a_page_whose_decision_ended_is_read_by_nobody_at_once(world):
    Decision.objects.on(world.known).end(reason="x")

    assert now(world.known).live
    assert Client().get(world.known.url).status_code == 404
    assert "Known" not in Client().get(world.section.url).content.decode()


def test_nothing_goes_dark_without_an_end_of_its_decision(world):
    with pytest.raises(IntegrityError), transaction.atomic():
        Page.objects.filter(pk=world.known.pk).update(live=False)


def test_a_page_goes_dark_once_its_decision_has_ended(world):
    Decision.objects.on(world.known).end(reason="x")

    Page.objects.filter(pk=world.known.pk).update(live=False)

    assert not now(world.known).live


def test_bookkeeping_of_a_public_page_passes(world):
    Page.objects.filter(pk=world.known.pk).update(draft_title="x", has_unpublished_changes=True, locked=True)

    assert now(world.known).is_public


def test_a_used_decision_covers_no_other_words(world):
    for field, value in (("title", "x"), ("seo_title", "x"), ("search_description", "x"), ("slug", "x")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Page.objects.filter(pk=world.known.pk).update(**{field: value})


def test_another_revision_of_the_same_page_is_not_decided_on(world):
    revision = world.known.save_revision(user=world.contributor)

    with pytest.raises(IntegrityError), transaction.atomic():
        Page.objects.filter(pk=world.known.pk).update(live_revision=revision)


def test_what_was_decided_on_cannot_be_purged_or_deleted(world):
    with pytest.raises(Exception, match="."), transaction.atomic():
        world.known.live_revision.delete()
    with pytest.raises(Exception, match="."), transaction.atomic():
        now(world.known).delete()

    assert now(world.known).is_public


def test_the_record_outlives_its_item(world):
    page = published(article(world, slug="kept"), world)

    with pytest.raises(Exception, match="."), transaction.atomic():
        ItemStatus.objects.of(page).delete()


def test_the_reading_rule_is_one_condition_of_one_query(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert public(Page.objects.filter(pk=world.known.pk)).exists()


def test_guards_are_written_for_this_kind_of_database(world):
    assert all(name.startswith("gate_") for name in triggers.installed())
    assert connection.vendor in ("sqlite", "postgresql")
