"""What people judged good answers is found, and stands first, whichever engine answers."""

from statistics import mean

import pytest

from cms.sample.loading.organisation import load_organisation
from cms.sample.loading.world import World
from search import titles
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from search.models import SearchEntry
from tests.search.relevance import corpus, judged
from tests.search.relevance.asking import found
from tests.search.shelves import Shelf

RECALL, GAIN, AGREEMENT = 0.95, 0.90, 0.95
WORST = 10

pytestmark = pytest.mark.django_db


@pytest.fixture
def records():
    """Every record, with the organisation whose names they bear, and the titles that suggestions are made from."""
    world = World()
    load_organisation(world)
    SearchEntry.objects.bulk_create(corpus.entries(world))
    titles.rebuild(SearchEntry.objects.all())
    return list(SearchEntry.objects.all())


@pytest.fixture
def archive(made_engine, records):
    return Shelf(made_engine("public")).fill(records)


def told(measures):
    """How good the answers are, and the worst, for those who must find out why."""
    worst = sorted(measures.items(), key=lambda each: each[1])[:WORST]
    lines = [f"{value:.2f}  {query.typed} ({query.language}; {query.about})" for query, value in worst]
    return "\n".join([f"{mean(measures.values()):.3f} of {len(measures)} queries", *lines])


def test_what_helps_is_among_the_first_ten_and_stands_high(archive):
    queries = judged.read("judged")

    answers = {query: found(archive, query) for query in queries}

    recalls = {query: query.recall(keys) for query, keys in answers.items()}
    gains = {query: query.gain(keys) for query, keys in answers.items()}
    assert mean(recalls.values()) >= RECALL, told(recalls)
    assert mean(gains.values()) >= GAIN, told(gains)


def test_what_means_nothing_finds_nothing(archive):
    assert {query.typed: found(archive, query) for query in judged.read("nonsense") if found(archive, query)} == {}


@pytest.mark.elasticsearch
def test_both_engines_put_the_same_record_first(server, tmp_path, records):
    engines = [EmbeddedEngine(tmp_path / "search", "public"), ElasticEngine(server, "public")]
    shelves = [Shelf(engine).fill(records) for engine in engines]
    queries = judged.read("judged")

    firsts = [[found(shelf, query)[:1] for shelf in shelves] for query in queries]

    other = [query.typed for query, (ours, theirs) in zip(queries, firsts, strict=True) if ours != theirs]
    assert len(other) <= (1 - AGREEMENT) * len(queries), other


def test_every_judgement_is_about_a_record_and_no_query_is_judged_twice(records):
    queries = judged.read("judged")

    families = {entry.family for entry in records}
    assert {key for query in queries for key in query.records} <= families
    assert {grade for query in queries for grade in query.records.values()} == {1, 2, 3}
    assert len({(query.typed, query.language) for query in queries}) == len(queries) >= 120
    assert len(judged.read("nonsense")) >= 10
