"""Editors find what their seats show them, and nothing else (L-03, L-07)."""

import pytest
from django.urls import reverse

from cms.moderation import services
from search.models import SearchEntry
from tests.archive import article, handed_in, now, published

pytestmark = pytest.mark.django_db


def titles(client, user, **query):
    client.force_login(user)
    page = client.get(reverse("search_desk"), {"q": "huế", **query})
    assert page.status_code == 200, page
    return [row.hit.entry.title for row in page.context["rows"]]


def test_an_officer_finds_the_drafts_of_the_own_agency_only(world, client):
    article(world, title="Huế một")

    assert titles(client, world.contributor) == ["Huế một"]
    assert titles(client, world.contributor2) == []


def test_those_who_judge_find_it_once_it_is_handed_in(world, client):
    page = article(world, title="Huế một")
    assert titles(client, world.moderator) == []

    handed_in(page, world)

    assert titles(client, world.moderator) == ["Huế một"]
    assert titles(client, world.director) == ["Huế một"]


def test_everybody_on_the_staff_finds_what_is_public_once(world, client):
    published(article(world, title="Huế một"), world)

    for person in (world.contributor, world.contributor2, world.moderator, world.security):
        assert titles(client, person) == ["Huế một"]


def test_others_find_the_public_words_and_the_agency_its_draft(world, client):
    page = published(article(world, title="Huế một"), world)
    page.title = "Huế hai"
    page.save_revision(user=world.contributor)

    assert titles(client, world.contributor) == ["Huế hai"]
    assert titles(client, world.contributor2) == ["Huế một"]


def test_what_is_being_screened_is_nobodys_to_find(world, client):
    page = handed_in(article(world, title="Huế một"), world)

    services.quarantine(page, by=world.screener, reason="nghi có dấu mật")

    assert titles(client, world.contributor) == titles(client, world.moderator) == []
    assert "Huế" not in "".join(SearchEntry.objects.filter(object_id=page.pk).values_list("title", flat=True))


def test_what_was_released_is_found_again(world, client):
    page = handed_in(article(world, title="Huế một"), world)
    services.quarantine(page, by=world.screener, reason="nghi có dấu mật")

    services.propose_release(now(page), by=world.screener, reason="nhầm")
    services.release_quarantine(now(page), by=world.screener2, reason="nhầm")

    assert titles(client, world.moderator) == ["Huế một"]


def test_the_desk_shows_states_and_a_way_to_the_editor(world, client):
    page = article(world, title="Huế một")
    client.force_login(world.contributor)

    shown = client.get(reverse("search_desk"), {"q": "hue"}).content.decode()

    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in shown
    assert "hd-state" in shown


def test_visitors_are_sent_to_the_door(world, client):
    assert client.get(reverse("search_desk")).status_code == 302


def test_a_deleted_draft_is_found_no_more(world, client):
    page = article(world, title="Huế một")

    page.delete()

    assert titles(client, world.contributor) == []
