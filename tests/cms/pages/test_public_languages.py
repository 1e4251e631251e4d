"""Languages: only real translations are named, and each names the others."""

import re
from xml.etree import ElementTree

import pytest
from django.test import Client

from cms.moderation import services
from tests.archive import locale, now, published

pytestmark = pytest.mark.django_db

ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
ATOM = "{http://www.w3.org/2005/Atom}"


def read(address: str) -> str:
    return Client().get(address).content.decode()


def alternates(page) -> dict[str, str]:
    return dict(ALTERNATE.findall(read(page.get_url())))


def test_translations_name_each_other(site):
    named = alternates(site.article)

    assert named == alternates(site.article_en)
    assert named == {
        "vi": f"http://testserver{site.article.get_url()}",
        "en": f"http://testserver{site.article_en.get_url()}",
        "x-default": f"http://testserver{site.article_en.get_url()}",
    }


def test_a_page_without_a_translation_says_so_instead_of_linking(site):
    text = read(site.legal.get_url())

    assert alternates(site.legal).keys() == {"vi", "x-default"}
    assert "<span>" in text[text.index('class="languages"') : text.index('popovertarget="menu"')]


def test_a_translation_nobody_approved_is_not_named(site, world):
    site.record.copy_for_translation(locale("en"))

    assert alternates(site.record).keys() == {"vi", "x-default"}


def test_a_withdrawn_translation_is_no_longer_named(site, world):
    services.withdraw(site.article_en, by=world.director, reason="Dịch sai.")

    assert alternates(site.article).keys() == {"vi", "x-default"}


def test_a_translation_older_than_its_source_says_so_with_a_date(site, world):
    source = site.article
    source.intro = "Câu mở đầu đã sửa."
    source.save_revision(user=world.contributor, log_action=True)
    published(now(source), world)

    text = read(site.article_en.get_url())

    assert "notice--stale" in text
    assert site.article.get_url() in text


def test_the_map_names_every_public_page_with_its_translations(site):
    text = read("/sitemap-vi.xml")

    assert text.count("<url>") == 7
    assert f"<loc>http://testserver{site.article.get_url()}</loc>" in text
    assert f'hreflang="en" href="http://testserver{site.article_en.get_url()}"' in text
    assert site.draft.slug not in text


def test_the_map_of_maps_names_each_language(site):
    text = read("/sitemap.xml")

    assert "/sitemap-vi.xml" in text
    assert "/sitemap-en.xml" in text


def test_a_feed_holds_texts_of_its_language_only(site):
    english = ElementTree.fromstring(read("/en/feed/"))  # noqa: S314  our own text
    vietnamese = ElementTree.fromstring(read("/vi/feed/"))  # noqa: S314

    assert [entry.findtext(f"{ATOM}title") for entry in english.iter(f"{ATOM}entry")] == [site.article_en.title]
    assert len(list(vietnamese.iter(f"{ATOM}entry"))) == 5


def test_crawlers_are_told_where_the_map_is(site):
    assert "Sitemap: http://testserver/sitemap.xml" in read("/robots.txt")
