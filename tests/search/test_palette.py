"""The search box under Ctrl K, and the filters of the desk: the rights of whoever asks, and no other (L-03, L-14)."""

import datetime

import pytest
from django.urls import reverse

from cms.core import clock
from cms.moderation.models import ItemStatus
from tests.archive import article, handed_in, published
from tests.search.test_desk import titles

pytestmark = pytest.mark.django_db


def lines(client, user, typed="huế"):
    client.force_login(user)
    answer = client.get(reverse("search_palette"), {"q": typed})
    assert answer.status_code == 200
    return answer.json()


def test_an_officer_finds_the_own_drafts_with_a_way_to_the_editor(world, client):
    page = article(world, title="Huế một")

    (line,) = lines(client, world.contributor)["results"]

    assert (line["title"], line["url"]) == ("Huế một", reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert lines(client, world.contributor2)["results"] == []


def test_what_is_public_leads_to_its_page(world, client):
    page = published(article(world, title="Huế một"), world)

    (line,) = lines(client, world.contributor2)["results"]

    assert line["url"] == page.url


def test_visitors_get_nothing(world, client):
    assert client.get(reverse("search_palette"), {"q": "huế"}).status_code == 302


def test_every_screen_of_the_staff_has_the_key(world, client):
    client.force_login(world.contributor)

    assert 'src="/static/js/palette.js"' in client.get(reverse("search_desk")).content.decode()


def test_the_desk_filters_by_state(world, client):
    article(world, title="Huế một", slug="mot")
    handed_in(article(world, title="Huế hai", slug="hai"), world)

    assert titles(client, world.contributor, state="draft") == ["Huế một"]
    assert titles(client, world.contributor, state="submitted") == ["Huế hai"]


def test_the_desk_filters_by_what_is_missing(world, client):
    article(world, title="Huế một", slug="mot", rights_line="")
    article(world, title="Huế hai", slug="hai")

    assert titles(client, world.contributor, lack="rights_line") == ["Huế một"]


def test_the_desk_filters_by_what_is_late(world, client):
    page = handed_in(article(world, title="Huế một", slug="mot"), world)
    handed_in(article(world, title="Huế hai", slug="hai"), world)
    late(page)

    assert titles(client, world.contributor, due="late") == ["Huế một"]
    assert sorted(titles(client, world.contributor)) == ["Huế hai", "Huế một"]


def late(page):
    status = ItemStatus.objects.get(pk=page.status.pk)
    status.due_on = clock.today() - datetime.timedelta(days=3)
    status.save()


def test_each_filter_of_the_desk_is_a_plain_link_with_its_count(world, client):
    article(world, title="Huế một", rights_line="")
    client.force_login(world.contributor)

    page = client.get(reverse("search_desk"), {"q": "huế"})

    facets = {facet.code: facet.options for facet in page.context["screen"].ticks}
    assert [(option.value, option.number) for option in facets["state"]] == [("draft", 1)]
    assert [(option.value, option.number) for option in facets["lack"]] == [("rights_line", 1)]
    assert f'href="{facets["lack"][0].address.replace("&", "&amp;")}"' in page.content.decode()
