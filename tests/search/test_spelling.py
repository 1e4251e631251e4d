"""“Did you mean” and type-ahead: made of public titles, and of nothing else (L-13)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from cms.moderation import services as moderation
from search import spelling, titles
from search.models import SearchEntry, SynonymSet, TitleStart, TitleWord
from search.questions import read
from search.spelling import slips
from tests.archive import article, handed_in, now, published

pytestmark = pytest.mark.django_db

SHOWN = ["Nhã nhạc cung đình Huế", "Nhà cổ bên sông", "Hue festival opens", "Lạng Sơn mùa hoa"]


@pytest.fixture(autouse=True)
def no_sets():
    SynonymSet.objects.all().delete()


@pytest.fixture
def shown(world):
    for number, title in enumerate(SHOWN):
        published(article(world, title=title, slug=f"b{number}"), world)
    return world


def meant(client, typed, code="vi"):
    with override(code):
        return client.get(reverse("search:results"), {"q": typed}).context["results"].meant


def offered(client, typed, code="vi"):
    with override(code):
        answer = client.get(reverse("search:suggest"), {"q": typed})
    assert answer.status_code == 200
    return [each["title"] for each in answer.json()["suggestions"]]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Hue festval", "Hue festival"),
        ("nha nahc", "nhã nhạc"),
        ("Nha nahc", "Nhã nhạc"),
        ("lanjg son", "lạng sơn"),
        ("cung dihn hue", "cung đình huế"),
        ("nhac qwrtp", ""),
        ("nhã nhạc", ""),
        ("2021/XYZ", ""),
    ],
)
def test_a_slip_of_the_keys_is_put_right_from_public_titles(shown, client, typed, expected):
    assert meant(client, typed) == expected


def test_what_was_meant_is_a_link_and_replaces_nothing(shown, client):
    with override("vi"):
        page = client.get(reverse("search:results"), {"q": "festval"})

    assert page.context["results"].total == 0
    assert 'href="?q=festival"' in page.content.decode()


def test_nobody_is_offered_a_word_that_only_drafts_hold(world, client):
    handed_in(article(world, title="Zebrathu bay"), world)

    assert meant(client, "Zebrathv") == ""
    assert offered(client, "zebr") == []
    assert not TitleWord.objects.filter(word="zebrathu").exists()


def test_a_withdrawn_title_is_offered_no_more(world, client):
    page = published(article(world, title="Zebrathu bay"), world)
    assert meant(client, "Zebrathv") == "Zebrathu"
    assert offered(client, "zebr") == ["Zebrathu bay"]

    moderation.withdraw(page, by=world.director, reason="thử")

    assert meant(client, "Zebrathv") == ""
    assert offered(client, "zebr") == []
    assert not TitleWord.objects.filter(word="zebrathu").exists()
    assert not TitleStart.objects.filter(titles.beginning("zebrathu")).exists()


def test_a_question_is_never_learned_from(shown, client):
    for _turn in range(3):
        meant(client, "Zebrathu")

    assert meant(client, "Zebrathv") == ""


def test_words_are_counted_as_often_as_titles_hold_them(world):
    pages = [published(article(world, title="Đèn biển đèn", slug=f"c{number}"), world) for number in range(2)]
    assert TitleWord.objects.get(word="den").titles == 2

    moderation.withdraw(pages[0], by=world.director, reason="thử")

    assert TitleWord.objects.get(word="den").titles == 1


def test_words_made_anew_are_the_same(shown):
    before = all_words()

    titles.rebuild(SearchEntry.objects.standing().filter(audience="public"))

    assert all_words() == before


def all_words():
    starts = TitleStart.objects.values_list("language", "rank", "entry", "start")
    return set(TitleWord.objects.values_list("word", "titles")), {(*row, bytes(start)) for *row, start in starts}


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("nahc", "nhac", 1), ("festval", "festival", 1), ("a", "bc", 2), ("x", "x", 0)]
)
def test_slips_are_letters_added_dropped_changed_and_changed_over(one, other, expected):
    assert slips(one, other) == expected


def test_two_slips_in_a_long_word_are_put_right(world, client):
    published(article(world, title="International friendship"), world)

    assert meant(client, "intrenationel") == "international"


def test_a_long_question_of_nonsense_costs_little(shown, client):
    with CaptureQueriesContext(connection) as queries:
        spelling.put_right(read("zzzz " * 12), "zzzz " * 12, "vi")

    assert len(queries) < 8


# --- type-ahead


@pytest.mark.parametrize("typed", ["nha nh", "Nhã nh", "NHA NHAC", "nhạc cung", "dinh h"])
def test_titles_are_offered_from_any_of_their_words_on(shown, client, typed):
    assert "Nhã nhạc cung đình Huế" in offered(client, typed)


def test_titles_that_begin_as_typed_come_first_and_exact_accents_before_others(world, client):
    for number, title in enumerate(["Dương Văn An", "Con đường", "Đường phố", "Dưỡng sinh"]):
        published(article(world, title=title, slug=f"d{number}"), world)

    assert offered(client, "đường")[0] == "Đường phố"
    assert offered(client, "duong")[-1] == "Con đường"
    assert len(offered(client, "duong")) == 4


@pytest.mark.parametrize("typed", ["", "n", " ", "%", "x" * 5000, "\x00", "'; --", "“”", "(((", "😀😀"])
def test_too_little_or_nonsense_offers_nothing(shown, client, typed):
    assert offered(client, typed) == []


def test_at_most_eight_titles_are_offered_in_few_questions(world, client):
    for number in range(11):
        published(article(world, title=f"Biển số {number}", slug=f"e{number}"), world)
    offered(client, "bien")

    with CaptureQueriesContext(connection) as queries:
        assert len(offered(client, "bien")) == 8

    assert len(queries) <= 6


def test_the_database_has_the_last_word(world, client):
    page = published(article(world, title="Zebrathu bay"), world)
    kept = list(TitleStart.objects.all())
    moderation.withdraw(page, by=world.director, reason="thử")
    TitleStart.objects.all().delete()
    TitleStart.objects.bulk_create(kept)
    SearchEntry.objects.filter(object_id=page.pk, audience="public").update(title="Zebrathu bay", is_removed=False)

    assert offered(client, "zebra") == []


def test_each_suggestion_leads_to_its_page(shown, client):
    with override("vi"):
        (found, *_more) = client.get(reverse("search:suggest"), {"q": "lạng"}).json()["suggestions"]

    assert client.get(found["url"]).status_code == 200
    assert found["kind_name"]


def test_the_box_is_a_plain_field_that_a_script_may_equip(shown, client):
    with override("vi"):
        page = client.get(reverse("search:results")).content.decode()

    assert "js/suggest.js" in page
    assert 'data-url="/vi/search/suggest/"' in page
    assert "combobox" not in page


def test_a_draft_of_a_public_page_is_not_offered(world, client):
    page = published(article(world, title="Biển một"), world)
    page.title = "Zebrathu bay"
    page.save_revision(user=world.contributor)

    assert offered(client, "zebra") == []
    assert offered(client, "bien") == [now(page).title]
