"""The address of an article finds the statement that answers it, and says nothing of what is not public."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import override

from cms.moderation import services
from search.demand.models import Demand
from tests.archive import appraised
from tests.cms.pages.statements import ARTICLE, answered, statement

pytestmark = pytest.mark.django_db

NOBODY = "https://bao-mau.example/tin/khong-ai-tra-loi"


def results(client, typed, code="vi"):
    with override(code):
        return client.get(reverse("search:results"), {"q": typed})


def found(client, typed, code="vi"):
    return [hit.entry.title for hit in results(client, typed, code).context["results"].pinned]


@pytest.mark.parametrize(
    "typed", [ARTICLE, "www.bao-mau.example/tin/cau-mau-sap/?fbclid=1", "HTTP://BAO-MAU.EXAMPLE/tin/cau-mau-sap#top"]
)
def test_an_article_finds_the_statement_that_answers_it(world, client, typed):
    page, english = answered(world)

    assert found(client, typed) == [page.title]
    assert found(client, typed, "en") == [english.title]


def test_the_answer_stands_without_the_words_of_a_search_in_vain(world, client):
    answered(world)

    text = results(client, ARTICLE, "en").content.decode()

    assert "The answer" in text
    assert 'class="empty"' not in text
    assert not Demand.objects.exists()


def test_machines_are_told_as_well(world, client):
    page, _english = answered(world)

    answer = client.get(reverse("search_api"), {"q": ARTICLE, "lang": "vi"}).json()

    assert [each["title"] for each in answer["pinned"]] == [page.title]


@pytest.mark.parametrize("part", ["bao-mau.example/tin", ARTICLE + "/2", ARTICLE + "?id=2", "cau-mau-sap"])
def test_another_address_is_not_this_one(world, client, part):
    answered(world)

    assert found(client, part) == []


def test_an_address_nobody_answered_is_a_word_that_finds_nothing(world, client):
    """L-06: a draft and a withdrawn statement leave no trace, on the page and in the JSON."""
    appraised(statement(world), world)
    other, english = answered(world, title="Đã rút", slug="da-rut", said_url="https://bao-mau.example/tin/da-rut")
    services.withdraw(other, by=world.director, reason="thử")
    typed = [NOBODY, ARTICLE, "https://bao-mau.example/tin/da-rut"]

    pages = {plain(results(client, each), each) for each in typed}
    answers = {plain(client.get(reverse("search_api"), {"q": each, "lang": "vi"}), each) for each in typed}

    assert len(pages) == 1
    assert len(answers) == 1


def plain(response, typed):
    """What a reader sees, without the words that were typed and the seal of the form."""
    cache.clear()
    text = response.content.decode()
    for each in (typed, re.escape(typed), typed.replace(":", "%3A").replace("/", "%2F")):
        text = text.replace(each, "TYPED")
    return re.sub(r'value="[^"]{20,}"', "", text), response.status_code
