"""Calling back, withdrawing, restoring and laying away stand in the menus of whoever may do so, and of nobody else."""

import pytest
from django.urls import reverse

from cms.moderation import services
from tests.archive import article, handed_in, now, published
from tests.cms.moderation.test_queue import signed_in
from tests.cms.moderation.test_screens import address
from tests.cms.moderation.ways.scene import edit, set_the_scene

pytestmark = pytest.mark.django_db

EVENTS = ("recall", "withdraw", "restore", "archive")


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    return set_the_scene(standing_archive)


def offered(answer, page):
    """Which steps the screen offers for the page."""
    shown = answer.content.decode()
    return [event for event in EVENTS if f"{address(page)}?do={event}#" in shown]


def in_explorer(user, page):
    return offered(signed_in(user).get(reverse("wagtailadmin_explore", args=[page.get_parent().pk])), page)


def in_editor(user, page):
    return offered(signed_in(user).get(edit(page)), page)


def test_a_director_finds_withdrawing_and_laying_away_beside_a_public_page(world):
    assert in_explorer(world.director, world.known) == ["withdraw", "archive"]


def test_a_director_finds_restoring_beside_a_withdrawn_page(world):
    services.withdraw(world.known, by=world.deputy, reason="Sai.")

    assert in_explorer(world.deputy, now(world.known)) == ["restore", "archive"]


@pytest.mark.parametrize("person", ["contributor", "lead", "moderator", "auditor", "contributor2"])
def test_nobody_else_finds_them(world, person):
    assert in_explorer(getattr(world, person), world.known) == []


def test_an_officer_finds_calling_back_in_the_editor_and_the_explorer(world):
    page = handed_in(article(world, title="Hai", slug="hai"), world)

    assert in_editor(world.contributor, page) == ["recall"]
    assert in_explorer(world.contributor, page) == ["recall"]
    assert in_explorer(world.contributor2, page) == []


def test_neither_the_author_nor_the_break_glass_account_withdraws(world):
    page = published(article(world, title="Ba", slug="ba"), world)

    assert in_editor(world.superuser, page) == []
    assert in_editor(world.contributor, page) == []


def test_a_draft_offers_none_of_them(world):
    assert in_editor(world.contributor, world.page) == []
    assert in_explorer(world.contributor, world.page) == []


def test_the_way_leads_to_the_form_opened_at_the_question(world):
    shown = signed_in(world.director).get(f"{address(world.known)}?do=withdraw").content.decode()

    assert '<details class="hd-keeping" id="keeping" open>' in shown
    assert 'value="withdraw"' in shown


def test_opening_the_way_changes_nothing(world):
    signed_in(world.director).get(f"{address(world.known)}?do=withdraw")

    assert now(world.known).is_public
