"""The search page and its twin for machines."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from cms.moderation.models import public
from cms.pages.models import ArticlePage
from search import wishes
from tests.archive import article, image_record, locale, published

pytestmark = pytest.mark.django_db

MOST_QUERIES = 10


def page(client, code="vi", **query):
    with override(code):
        return client.get(reverse("search:results"), query)


def answer(client, **query):
    return client.get(reverse("search_api"), {"lang": "vi", **query})


def titles(client, **query):
    return [result["title"] for result in answer(client, **query).json()["results"]]


@pytest.fixture
def three(world):
    """Two articles and a picture, of two agencies."""
    published(article(world, title="Huế một", slug="mot"), world)
    by_another = {"source_agency": world.agency2, "by": world.contributor2}
    published(article(world, title="Huế hai", slug="hai", **by_another), world)
    published(image_record(world, title="Huế ba", slug="ba"), world)
    return world


def test_filters_narrow_the_results(three, client):
    assert set(titles(client, q="huế")) == {"Huế một", "Huế hai", "Huế ba"}
    assert set(titles(client, q="huế", kind="image")) == {"Huế ba"}
    assert set(titles(client, q="huế", agency=three.agency2.pk)) == {"Huế hai"}
    assert titles(client, q="huế", year="1999") == []


def test_counts_equal_those_of_the_database(three, client):
    found = answer(client, q="").json()

    counted = {option["value"]: option["count"] for option in found["facets"]["agency"]}
    expected = Counter(str(pk) for pk in public(ArticlePage.objects.all()).values_list("source_agency", flat=True))
    assert counted[str(three.agency2.pk)] == expected[str(three.agency2.pk)] == 1
    assert {option["value"]: option["count"] for option in found["facets"]["kind"]}["article"] == expected.total()


def test_what_is_on_is_shown_as_a_link_that_removes_it(three, client):
    shown = page(client, q="huế", agency=three.agency2.pk)

    (chip,) = shown.context["screen"].picked
    assert chip.name == str(three.agency2)
    assert "agency" not in chip.address
    assert f'<a href="{chip.address}">' in shown.content.decode()


def test_a_record_is_shown_in_the_readers_language_with_the_others_named(world, client):
    source = published(article(world, title="Lễ hội Huế"), world)
    translated(source, world, title="Hue festival")

    (result,) = client.get(reverse("search_api"), {"q": "huế", "lang": "en"}).json()["results"]

    assert (result["title"], result["language"], result["languages"]) == ("Hue festival", "en", ["en", "vi"])
    assert titles(client, q="huế") == ["Lễ hội Huế"]


def translated(source, world, **words):
    """The same record in English, published by the book; so are the pages above it."""
    for parent in (world.home, world.section):
        in_english(parent, world)
    return in_english(source, world, **words)


def in_english(source, world, **words):
    copy = source.copy_for_translation(locale("en"))
    copy.owner = world.contributor
    for name, word in words.items():
        setattr(copy, name, word)
    copy.save_revision(user=world.contributor)
    return published(type(copy).objects.get(pk=copy.pk), world)


def test_what_exists_only_in_another_language_says_so(three, client):
    shown = page(client, "en", q="hue").content.decode()

    assert 'id="others"' in shown
    assert 'lang="vi" hreflang="vi"' in shown


def test_pages_can_be_turned_and_a_page_past_the_end_is_the_last(three, client, monkeypatch):
    monkeypatch.setattr(wishes.Wish, "size", 1)
    monkeypatch.setattr(wishes.Wish.__init__, "__defaults__", (*wishes.Wish.__init__.__defaults__[:-1], 1))

    seen = [titles(client, q="huế", page=number)[0] for number in (1, 2, 3)]

    assert set(seen) == {"Huế một", "Huế hai", "Huế ba"}
    assert titles(client, q="huế", page=99) == [seen[-1]]
    assert "page=2" in page(client, q="huế").content.decode()


def test_orders_can_be_chosen(three, client):
    assert len(titles(client, q="huế", order="newest")) == 3
    assert page(client, q="huế", order="nonsense").status_code == 200


@pytest.mark.parametrize("typed", ["x" * 5000, '"' * 50, "*?~[", "😀" * 300, "a\x00b", "((((", "<b>", "%s %d {x}"])
def test_bad_questions_get_an_answer(three, client, typed):
    shown = page(client, q=typed)

    assert shown.status_code == 200
    assert answer(client, q=typed).status_code == 200


def test_a_question_of_many_words_says_that_it_was_cut(three, client):
    assert 'role="status"' in page(client, q="huế " * 1000).content.decode()


def test_a_question_without_a_word_finds_nothing_and_says_why(three, client):
    shown = page(client, q="(((")

    assert shown.context["results"].total == 0
    assert 'class="empty"' in shown.content.decode()


@pytest.mark.parametrize("query", [{"page": "x"}, {"page": "-1"}, {"agency": "x"}, {"year": "9" * 30}, {"l": "xx"}])
def test_nonsense_in_an_address_is_no_error(three, client, query):
    assert page(client, q="huế", **query).status_code == 200


def test_an_unknown_language_gets_a_clear_answer(client):
    refused = client.get(reverse("search_api"), {"q": "x", "lang": "xx"})

    assert refused.status_code == 400
    assert "vi" in refused.json()["error"]


def test_both_twins_find_the_same(three, client):
    shown = page(client, q="huế").context["results"]

    assert [hit.entry.title for hit in shown.hits] == titles(client, q="huế")
    assert shown.total == answer(client, q="huế").json()["total"]


def test_answers_for_machines_may_be_kept_for_a_moment(client, db):
    assert set(answer(client, q="x")["Cache-Control"].split(", ")) == {"max-age=30", "public"}


def test_a_page_of_results_costs_few_queries(three, client):
    page(client, q="huế")

    with CaptureQueriesContext(connection) as queries:
        page(client, q="huế", kind="article")

    assert len(queries) <= MOST_QUERIES, [query["sql"][:120] for query in queries]
