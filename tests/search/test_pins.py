"""What editors put first."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override

from cms.core import clock
from cms.moderation import services as moderation
from search.models import PinnedResult
from tests.archive import article, published

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


@pytest.fixture
def chosen(world):
    """A page that says nothing of what is asked, and one that does."""
    world.chosen = published(article(world, title="Cẩm nang cho khách", slug="cam-nang"), world)
    published(article(world, title="Visa cho du khách", slug="visa"), world)
    return world


def pin(world, **more):
    return PinnedResult.objects.create(page=world.chosen, **{"words": "Visa\nthị thực", **more})


def results(client, typed="VISA", code="vi", **query):
    with override(code):
        return client.get(reverse("search:results"), {"q": typed, **query})


def first(client, *args, **query):
    return [hit.entry.title for hit in results(client, *args, **query).context["results"].pinned]


def test_a_pinned_page_stands_first_with_its_mark(chosen, client):
    pin(chosen)

    page = results(client).content.decode()

    assert page.index("Cẩm nang cho khách") < page.index("cho du khách")
    assert 'class="chosen"' in page
    assert first(client, "thi thuc") == ["Cẩm nang cho khách"]
    assert first(client, "visa du khách") == []


def test_a_pinned_page_is_not_listed_twice(chosen, client):
    pin(chosen, words="cẩm nang")

    found = results(client, "cẩm nang").context["results"]

    assert [hit.entry.title for hit in found.pinned] == ["Cẩm nang cho khách"]
    assert (found.hits, found.total) == ([], 1)


@pytest.mark.parametrize(("starts", "ends", "is_shown"), [(0, 0, True), (1, 2, False), (-2, -1, False), (-1, 1, True)])
def test_a_pin_holds_from_its_first_day_to_its_last(chosen, client, starts, ends, is_shown):
    today = clock.today()
    pin(chosen, first_day=today + starts * DAY, last_day=today + ends * DAY)

    assert bool(first(client)) == is_shown


def test_a_pin_for_one_language_is_shown_in_no_other(chosen, client):
    pin(chosen, language="en")

    assert first(client) == []
    assert first(client, "visa", "en") == ["Cẩm nang cho khách"]


def test_a_pinned_page_that_is_not_public_is_shown_to_nobody(chosen, client):
    pin(chosen)
    moderation.withdraw(chosen.chosen, by=chosen.director, reason="thử")

    assert first(client) == []
    assert "Cẩm nang" not in results(client).content.decode()


def test_pins_stand_on_the_first_page_of_an_unfiltered_answer_only(chosen, client):
    pin(chosen)

    assert first(client, order="newest") == []
    assert first(client, kind="article") == []


def test_a_pin_without_words_or_ending_before_it_begins_is_refused(chosen):
    today = clock.today()
    for wrong in ({"words": " \n"}, {"words": "a", "first_day": today, "last_day": today - DAY}):
        with pytest.raises(ValidationError):
            PinnedResult(page=chosen.chosen, **wrong).full_clean()
