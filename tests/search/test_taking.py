"""What a reader takes away from a search: a feed, a table, data by Dublin Core; only what is public (L-03, L-05)."""

import csv
import io
import json

import pytest
from defusedxml import ElementTree as Tree
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from cms.moderation import services
from search import taking
from search.dublin_core import harmless
from tests.archive import article, image_record, now, published

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def take(client, name, code="vi", **query):
    with override(code):
        taken = client.get(reverse(f"search:{name}"), query)
    assert taken.status_code == 200
    return taken


def rows(client, **query):
    text = b"".join(take(client, "csv", **query).streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def items(client, **query):
    return json.loads(take(client, "json", **query).content)["items"]


def entries(client, **query):
    shown = Tree.fromstring(take(client, "feed", **query).content)
    return [entry.find(f"{ATOM}title").text for entry in shown.iter(f"{ATOM}entry")]


@pytest.fixture
def three(world):
    published(article(world, title="Huế một", slug="mot"), world)
    published(image_record(world, title="Huế hai", slug="hai"), world)
    article(world, title="Huế ba", slug="ba")
    return world


def test_a_feed_holds_the_public_records_that_answer_the_latest_first(three, client):
    assert entries(client, q="huế") == ["Huế hai", "Huế một"]
    assert entries(client, q="huế", kind="image") == ["Huế hai"]
    assert entries(client, q="không có gì") == []


def test_a_record_is_told_in_dublin_core_terms(three, client):
    (told,) = items(client, q="huế", kind="article")

    page = now(three.section).get_children().get(slug="mot").specific
    assert told["dcterms:identifier"] == page.status.accession_number
    assert told["dcterms:title"] == "Huế một"
    assert told["dcterms:language"] == "vi"
    assert told["dcterms:type"] == "dcmitype:Text"
    assert told["dcterms:publisher"] == str(three.agency)
    assert told["dcterms:rights"] == "© Cơ quan mẫu"
    assert told["dcterms:date"] == "2026-01-15"
    assert told["dcterms:subject"] == ["culture"]
    assert told["url"].endswith(page.url)


def test_the_table_says_the_same_as_the_data(three, client):
    table, data = rows(client, q="huế"), items(client, q="huế")

    assert [row["dcterms:identifier"] for row in table] == [told["dcterms:identifier"] for told in data]
    assert len(table) == 2


def test_what_is_withdrawn_is_in_none_of_them(three, client):
    page = three.section.get_children().get(slug="mot").specific

    services.withdraw(page, by=three.director, ground="rights", reason="hết hạn")

    assert entries(client, q="huế") == ["Huế hai"]
    assert [row["dcterms:title"] for row in rows(client, q="huế")] == ["Huế hai"]
    assert [told["dcterms:title"] for told in items(client, q="huế")] == ["Huế hai"]


def test_a_cut_says_so_plainly(three, client, monkeypatch):
    monkeypatch.setattr(taking, "MOST", 1)
    monkeypatch.setattr(taking, "AT_ONCE", 1)

    table = take(client, "csv", code="en", q="huế")

    text = b"".join(table.streaming_content).decode("utf-8-sig")
    assert text.splitlines()[0].strip('"').startswith("# These are the first 1 of 2 records")
    assert (table["X-Total-Count"], table["X-Limit"]) == ("2", "1")
    assert len(text.splitlines()) == 3


def test_several_batches_make_one_table(three, client, monkeypatch):
    monkeypatch.setattr(taking, "AT_ONCE", 1)

    assert len(rows(client, q="huế")) == 2


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@cmd", "\t=1", " =1", "\r=1"])
def test_no_spreadsheet_takes_a_title_for_a_formula(text):
    assert harmless(text).startswith("'")


def test_other_words_stay_as_they_are():
    assert harmless("Huế 2026") == "Huế 2026"


def test_taking_costs_a_fixed_number_of_queries(three, client):
    rows(client, q="huế")

    with CaptureQueriesContext(connection) as few:
        rows(client, q="huế", kind="article")
    with CaptureQueriesContext(connection) as more:
        rows(client, q="huế")

    assert len(more) <= len(few) + 3  # for another kind, its pictures and their copies


@pytest.mark.parametrize("name", ["feed", "csv", "json"])
@pytest.mark.parametrize("typed", ["x" * 5000, "a\x00b", '"((', "%s", "<b>"])
def test_bad_questions_get_an_answer(world, client, name, typed):
    take(client, name, q=typed)
