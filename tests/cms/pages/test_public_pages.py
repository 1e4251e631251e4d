"""Every kind of public page: served whole, at a small price, without anything that the strict policy forbids."""

import re
from html.parser import HTMLParser

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from cms.moderation import services
from cms.pages.models import ArticlePage

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12
PAGES = ("home", "section", "article", "record", "gallery", "legal", "guidance", "home_en", "section_en", "article_en")


class Outline(HTMLParser):
    """Tags of a page in their order, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append((tag, dict(attrs)))

    def of(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


def read(page, **query) -> str:
    response = Client().get(page.get_url(), query)
    assert response.status_code == 200
    return response.content.decode()


def nothing_was_asked_before() -> None:
    cache.clear()
    Site.get_site_root_paths()  # a process asks for them once


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_served_in_its_language(site, name):
    page = getattr(site, name)

    text = read(page)

    assert f'<html lang="{page.locale.language_code}"' in text
    assert page.title in text
    assert len(Outline(text).of("h1")) == 1


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_the_database_little_though_nothing_was_asked_before(site, name, django_assert_max_num_queries):
    nothing_was_asked_before()

    with django_assert_max_num_queries(MOST_QUERIES):
        read(getattr(site, name))


def test_a_filtered_list_asks_the_database_little(site, django_assert_max_num_queries):
    nothing_was_asked_before()

    with django_assert_max_num_queries(MOST_QUERIES):
        read(site.section, kind="article", theme="land")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_sets_no_cookie(site, name):
    client = Client()

    client.get(getattr(site, name).get_url())

    assert not client.cookies


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_to_the_strict_policy(site, name):
    page = Outline(read(getattr(site, name)))

    assert [attributes for tag, attributes in page.tags if "style" in attributes] == []
    assert [attributes for tag, attributes in page.tags if any(key.startswith("on") for key in attributes)] == []
    assert page.of("style") == []
    inline = [script for script in page.of("script") if not script.get("src")]
    assert {script.get("type") for script in inline} <= {"application/ld+json"}  # data, which nothing runs


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_no_other_host(site, name):
    page = Outline(read(getattr(site, name)))

    asked = [each.get("src") for tag in ("img", "script", "iframe") for each in page.of(tag) if each.get("src")]
    asked += [each["href"] for each in page.of("link") if each.get("rel") in ("stylesheet", "preload", "icon")]
    assert [address for address in asked if not address.startswith("/")] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_name_on_a_page_is_used_once(site, name):
    page = Outline(read(getattr(site, name)))

    names = [attributes["id"] for tag, attributes in page.tags if attributes.get("id")]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("name", PAGES)
def test_every_picture_says_its_size_and_what_it_shows(site, name):
    pictures = Outline(read(getattr(site, name))).of("img")

    assert all(picture.get("width") and picture.get("height") for picture in pictures)
    assert all("alt" in picture for picture in pictures)


def test_a_lead_picture_comes_in_three_formats_and_first(site):
    text = read(site.article)

    assert 'type="image/avif"' in text
    assert 'type="image/webp"' in text
    assert 'fetchpriority="high"' in text


def test_a_draft_leaves_no_trace_on_any_page(site):
    assert [name for name in PAGES if site.draft.title in read(getattr(site, name))] == []


def test_a_withdrawn_picture_leaves_its_gallery(site, world):
    assert site.record.title in read(site.gallery)

    services.withdraw(site.record, by=world.director, reason="Hết quyền sử dụng.")

    assert site.record.title not in read(site.gallery)


def test_a_record_says_how_to_cite_it_in_one_line(site):
    lines = re.findall(r'<span class="copy">([^<]+)</span>', read(site.article))

    code = site.article.status.accession_number
    assert lines == [f"Hải Đăng, Sở Ngoại vụ, “{site.article.title}”, {printed(site.article)}, {code}"]


def printed(page) -> str:
    return timezone.localtime(page.first_published_at).strftime("%d.%m.%Y")


def test_a_translation_prints_its_dates_in_words(site):
    day = timezone.localtime(site.article_en.first_published_at)

    assert f"{day.day} {day:%B %Y}" in read(site.article_en)


def test_a_picture_can_be_downloaded_without_the_original(site):
    text = read(site.record)

    downloads = [link["href"] for link in Outline(text).of("a") if "download" in link]
    assert len(downloads) == 1
    assert downloads[0].endswith(".jpeg")
    assert site.record.image.file.url not in text


def test_a_legal_document_has_an_address_for_each_article(site):
    text = read(site.legal)

    assert 'id="qc-dieu-4"' in text
    assert 'href="#qc-dieu-4"' in text
    assert text.count('<p class="point">') == 2


def test_a_legal_document_nobody_checked_says_so(site):
    assert "chip--unsure" in read(site.legal)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_previewed(site, name):
    page = getattr(site, name)

    assert page.make_preview_request().status_code == 200


def test_a_page_that_was_never_saved_can_be_previewed(site, world):
    page = ArticlePage(title="Chưa lưu", slug="chua-luu", source_agency=world.agency, locale=site.section.locale)

    assert page.make_preview_request().status_code == 200


def test_light_and_dark_are_kept_by_the_address_alone(site):
    client = Client()

    text = client.get(site.section.get_url(), {"look": "dark"}).content.decode()

    assert 'data-theme="dark"' in text
    assert f"{site.article.get_url()}?look=dark" in text
    assert not client.cookies


def test_an_unknown_look_is_as_if_it_were_not_said(site):
    assert "data-theme" not in read(site.section, look='"><script>')


def test_a_closed_page_does_not_take_the_short_way(site):
    PageViewRestriction.objects.create(page=site.section, restriction_type="login")

    assert Client().get(site.article.get_url()).status_code == 302
