"""Lists of a section: filters that are links, counts that are true, pages to turn."""

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from cms.pages import listing
from cms.pages.choices import HelpAudience
from cms.pages.facets import found
from cms.pages.listing import SectionList
from cms.pages.models import HelpPage
from cms.pages.records import Wanted
from tests.archive import article, draft, published

pytestmark = pytest.mark.django_db


def shown(section, address: str = "") -> SectionList:
    return SectionList(section, RequestFactory().get(f"/?{address}"))


def titles(section, address: str = "") -> list[str]:
    return [entry.title for entry in shown(section, address).entries]


def test_a_section_lists_what_is_public_newest_first(site):
    assert titles(site.section) == ["Cách trích dẫn", "Quy chế mẫu", "Bộ ảnh sông", "Ảnh mặt nước", "Bài có ảnh"]


def test_the_oldest_can_come_first(site):
    assert titles(site.section, "order=oldest")[0] == "Bài có ảnh"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("kind=article", ["Bài có ảnh"]),
        ("theme=land", ["Bài có ảnh"]),
        ("field=culture_sport_tourism", ["Bài có ảnh"]),
        ("year=2021", ["Quy chế mẫu"]),
        ("kind=legal&year=2021", ["Quy chế mẫu"]),
        ("kind=article&year=2021", []),
        ("agency=999999", []),
    ],
)
def test_a_filter_leaves_what_answers_it(site, address, expected):
    assert titles(site.section, address) == expected


@pytest.mark.parametrize("nonsense", ["year=abc", "agency=x", "year=²", "page=0", "page=-1", "page=99", "kind=\x00"])
def test_nonsense_in_an_address_is_as_if_it_were_not_said(site, nonsense):
    assert len(titles(site.section, nonsense)) == 5


def test_counts_equal_what_the_filter_then_shows(site):
    counted = found(site.section, Wanted()).tallies

    for facet, values in counted.items():
        for value in values:
            assert len(titles(site.section, f"{facet}={value.key}")) == value.number, (facet, value)


def test_a_facet_counts_under_the_other_filters(site):
    counted = found(site.section, Wanted(kind="article")).tallies

    assert {value.key for value in counted["year"]} == {"2026"}
    assert {value.key for value in counted["kind"]} == {"article", "image", "gallery", "legal", "help"}


def test_a_filter_that_is_on_is_a_link_to_switch_it_off(site):
    on = shown(site.section, "kind=article&theme=land").picked

    assert [option.url for option in on] == ["?theme=land", "?kind=article"]


def test_filters_keep_light_and_dark(site):
    assert "look=dark" in shown(site.section, "kind=article&look=dark").picked[0].url


def test_a_list_turns_its_pages(site, monkeypatch):
    monkeypatch.setattr(listing, "PAGE_LENGTH", 2)

    second = shown(site.section, "page=2")

    assert [entry.title for entry in second.entries] == ["Bộ ảnh sông", "Ảnh mặt nước"]
    assert (second.turns.previous, second.turns.next) == ("?", "?page=3")
    assert [turn.label for turn in second.turns.numbers] == ["1", "2", "3"]


def test_counts_follow_a_publication_at_once(site, world):
    before = shown(site.section).total

    published(article(world, title="Bài mới", slug="bai-moi"), world)

    assert shown(site.section).total == before + 1


def test_help_for_staff_is_not_listed(site, world):
    words = {"intro": "Cho người duyệt.", "source_agency": world.agency, "author_unknown": True}
    words |= {"body": [("text", "<p>Duyệt.</p>")], "help_audience": HelpAudience.DIRECTOR}
    page = draft(site.section, world.contributor, HelpPage, title="Duyệt", **words)

    published(page, world)

    assert "Duyệt" not in titles(site.section)
    assert "Duyệt" not in titles(site.section, "year=2026")


def test_a_long_filter_is_cut(site):
    assert len(Wanted.read(QueryDict(f"theme={'x' * 5000}")).theme) == 100
