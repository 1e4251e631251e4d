"""What can be chosen beside the results: fields, places, days; shapes and sizes of pictures."""

import datetime
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from cms.pages.models import FieldOfManagement
from search import pictures
from search.models import SearchEntry
from search.sources import all_entries
from tests.archive import article, image_record, published
from tests.search.shelves import made_entry

DAYS = [None, datetime.date(2024, 5, 1), datetime.date(2025, 5, 1), datetime.date(2026, 5, 1)]


@pytest.fixture
def days(shelf):
    return shelf(*(made_entry(f"huế {day}", date=day, kind="legal") for day in DAYS))


def test_days_narrow_what_is_found_and_counted(days):
    found = days.ask("huế", first_day=DAYS[1].toordinal(), last_day=DAYS[2].toordinal())

    assert found.total == 2
    assert found.facets["kind"] == Counter({"legal": 2})


def test_what_has_no_day_is_of_no_stretch_of_days(days):
    assert set(days.find("huế", first_day=DAYS[2].toordinal())) == {f"huế {DAYS[2]}", f"huế {DAYS[3]}"}
    assert days.find("huế", last_day=DAYS[1].toordinal()) == [f"huế {DAYS[1]}"]


def test_only_the_facets_that_are_shown_are_counted(shelf):
    found = shelf(made_entry("huế", places=[7], fields=["tourism"])).ask("huế", counted=("place", "field"))

    assert found.facets == {"place": Counter({"7": 1}), "field": Counter({"tourism": 1})}


@pytest.mark.parametrize(
    ("width", "height", "orientation", "size"),
    [
        (4000, 3000, "landscape", "large"),
        (900, 1600, "portrait", "medium"),
        (1000, 960, "square", "small"),
        (0, 0, "", ""),
    ],
)
def test_pictures_are_told_by_shape_and_size(width, height, orientation, size):
    assert (pictures.orientation(width, height), pictures.size(width, height)) == (orientation, size)


def page(client, code="vi", **query):
    with override(code):
        return client.get(reverse("search:results"), query)


def titles(found):
    return {hit.entry.title for hit in found.context["results"].hits}


def facet(found, code):
    facets = {facet.code: facet for facet in found.context["screen"].facets}
    return {option.name: option.number for option in facets[code].options} if code in facets else {}


@pytest.mark.django_db
def test_fields_and_places_are_filters_by_name(world, client):
    page_of = article(world, title="Huế một", slug="mot")
    page_of.fields_of_management.set([a_field()])
    page_of.save_revision(user=world.contributor)
    published(page_of, world)
    published(article(world, title="Huế hai", slug="hai"), world)

    found = page(client, "en", q="huế", field="tourism")

    assert titles(found) == {"Huế một"}
    assert facet(page(client, "en", q="huế"), "field") == {"Tourism": 1}


def a_field():
    return FieldOfManagement.objects.get_or_create(
        code="tourism", defaults={"name_vi": "Du lịch", "name_en": "Tourism"}
    )[0]


@pytest.mark.django_db
def test_shape_and_size_are_asked_only_among_pictures(world, client):
    published(image_record(world, title="Huế ảnh"), world)

    assert not facet(page(client, "en", q="huế"), "orientation")
    among = page(client, "en", q="huế", kind="image")
    assert facet(among, "orientation") == {"Wide": 1}
    assert facet(among, "size") == {"Small, under 1,200 pixels": 1}
    assert page(client, q="huế", kind="image", orientation="portrait").context["results"].total == 0


@pytest.mark.django_db
def test_days_in_an_address_narrow_the_results(world, client):
    published(article(world, title="Huế một", slug="mot", activity_date=datetime.date(2025, 3, 1)), world)
    published(article(world, title="Huế hai", slug="hai", activity_date=datetime.date(2025, 6, 1)), world)

    assert titles(page(client, q="huế", **{"from": "2025-05-01"})) == {"Huế hai"}
    assert titles(page(client, q="huế", **{"from": "2025-04-01", "to": "2025-02-01"})) == {"Huế một"}
    assert titles(page(client, q="huế", **{"from": "nonsense", "to": "9999-99-99"})) == {"Huế một", "Huế hai"}


@pytest.mark.django_db
def test_visitors_cannot_ask_by_what_only_the_staff_is_told(world, client):
    published(article(world, title="Huế một"), world)

    found = page(client, q="huế", state="draft", lack="body", due="late")

    assert found.context["results"].total == 1
    assert not {"state", "lack", "due"}.intersection(found.context["results"].facets)


@pytest.mark.django_db
def test_what_is_told_of_many_at_once_is_what_is_told_of_each(world):
    pages = [article(world, title="Huế một"), image_record(world, title="Huế ảnh")]
    kept = {entry.object_id: entry for entry in SearchEntry.objects.filter(object_id__in=[page.pk for page in pages])}

    for entry in all_entries(kept):
        for name in ("fields", "places", "orientation", "size", "state", "due_on", "lacks"):
            assert getattr(entry, name) == getattr(kept[entry.object_id], name), name


@pytest.mark.django_db
def test_more_filters_cost_no_more_queries_each_hit(world, client):
    published(image_record(world, title="Huế ảnh"), world)
    page(client, q="huế", kind="image")

    with CaptureQueriesContext(connection) as queries:
        page(client, q="huế", kind="image", orientation="landscape")

    assert len(queries) <= 12, [query["sql"][:120] for query in queries]


@pytest.mark.django_db
def test_each_value_is_a_link_that_adds_it(world, client):
    found = page(client, q="", kind="image", year="2024")

    assert 'href="?kind=image"' in found.content.decode()  # the year without itself
    published(article(world, title="Huế một"), world)
    shown = page(client, q="huế", year="2024")
    years = next(facet.options for facet in shown.context["screen"].facets if facet.code == "year")
    (year,) = [option for option in years if option.value == "2026"]
    assert "year=2024&year=2026" in year.address


@pytest.mark.django_db
def test_an_empty_answer_offers_themes_and_what_is_newest(world, client):
    published(article(world, title="Huế một"), world)

    shown = page(client, q="không có gì như thế")

    assert "Huế một" in [hit.entry.title for hit in shown.context["ways"].latest]
    assert "theme=culture" in shown.content.decode()


@pytest.mark.django_db
def test_pictures_asked_for_alone_hang_side_by_side(world, client):
    published(image_record(world, title="Huế ảnh"), world)

    shown = page(client, q="huế", kind="image").content.decode()

    assert 'class="wall wall--big' in shown
    assert 'class="entry"' not in shown


@pytest.mark.django_db
def test_the_page_leads_to_its_feed_and_data(world, client):
    published(article(world, title="Huế một"), world)

    shown = page(client, q="huế", kind="article").content.decode()

    for name in ("feed/", "export.csv", "export.json"):
        assert f"/vi/search/{name}?q=hu%E1%BA%BF&amp;kind=article" in shown


def test_a_search_may_stay_among_some_families(shelf):
    shown = shelf(made_entry("huế một", family="a"), made_entry("huế hai", family="b"))

    assert shown.find("huế", only=frozenset({"a"})) == ["huế một"]
    assert shown.find("huế", only=frozenset()) == []
