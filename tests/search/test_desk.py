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


def test_an_officer_finds_the_drafts_of_the_own_agency_only(archive, client):
    article(archive, title="Huế một")

    assert titles(client, archive.contributor) == ["Huế một"]
    assert titles(client, archive.contributor2) == []


def test_those_who_judge_find_it_once_it_is_handed_in(archive, client):
    page = article(archive, title="Huế một")
    assert titles(client, archive.moderator) == []

    handed_in(page, archive)

    assert titles(client, archive.moderator) == ["Huế một"]
    assert titles(client, archive.director) == ["Huế một"]


def test_everybody_on_the_staff_finds_what_is_public_once(archive, client):
    published(article(archive, title="Huế một"), archive)

    for person in (archive.contributor, archive.contributor2, archive.moderator, archive.security):
        assert titles(client, person) == ["Huế một"]


def test_others_find_the_public_words_and_the_agency_its_draft(archive, client):
    page = published(article(archive, title="Huế một"), archive)
    page.title = "Huế hai"
    page.save_revision(user=archive.contributor)

    assert titles(client, archive.contributor) == ["Huế hai"]
    assert titles(client, archive.contributor2) == ["Huế một"]


def test_what_is_being_screened_is_nobodys_to_find(archive, client):
    page = handed_in(article(archive, title="Huế một"), archive)

    services.quarantine(page, by=archive.screener, reason="nghi có dấu mật")

    assert titles(client, archive.contributor) == titles(client, archive.moderator) == []
    assert "Huế" not in "".join(SearchEntry.objects.filter(object_id=page.pk).values_list("title", flat=True))


def test_what_was_released_is_found_again(archive, client):
    page = handed_in(article(archive, title="Huế một"), archive)
    services.quarantine(page, by=archive.screener, reason="nghi có dấu mật")

    services.propose_release(now(page), by=archive.screener, reason="nhầm")
    services.release_quarantine(now(page), by=archive.screener2, reason="nhầm")

    assert titles(client, archive.moderator) == ["Huế một"]


def test_the_desk_shows_states_and_a_way_to_the_editor(archive, client):
    page = article(archive, title="Huế một")
    client.force_login(archive.contributor)

    shown = client.get(reverse("search_desk"), {"q": "hue"}).content.decode()

    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in shown
    assert "hd-state" in shown


def test_visitors_are_sent_to_the_door(archive, client):
    assert client.get(reverse("search_desk")).status_code == 302


def test_a_deleted_draft_is_found_no_more(archive, client):
    page = article(archive, title="Huế một")

    page.delete()

    assert titles(client, archive.contributor) == []
