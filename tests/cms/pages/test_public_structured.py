"""What machines read: true to the page, and never able to run."""

import json
import re

import pytest
from django.test import Client

from cms.pages import structured
from tests.archive import article, published

pytestmark = pytest.mark.django_db

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def data(page) -> dict:
    return json.loads(BLOCK.findall(Client().get(page.get_url()).content.decode())[0])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("home", "WebSite"),
        ("section", "CollectionPage"),
        ("article", "Article"),
        ("record", "ImageObject"),
        ("gallery", "ImageGallery"),
        ("legal", "Legislation"),
    ],
)
def test_a_page_says_what_it_is(site, name, kind):
    page = getattr(site, name)

    described = data(page)

    assert described["@type"] == kind
    assert described["url"] == f"http://testserver{page.get_url()}"
    assert described["inLanguage"] == "vi"


def test_a_picture_carries_its_credit(site):
    described = data(site.record)

    assert described["creditText"] == "Minh họa mẫu"
    assert described["copyrightNotice"] == site.record.rights_line
    assert described["contentUrl"].endswith(".jpeg")


def test_validity_nobody_checked_is_not_guessed(site):
    assert "legislationLegalForce" not in data(site.legal)


def test_a_title_cannot_end_the_data_block(site, world):
    title = "</script><script>alert(1)</script>\u2028&"
    page = published(article(world, title=title, slug="xau"), world)

    text = Client().get(page.get_url()).content.decode()

    assert "<script>alert" not in text
    assert json.loads(BLOCK.findall(text)[0])["headline"] == title


def test_unsafe_letters_are_written_as_escapes():
    assert {chr(code) for code in structured.UNSAFE} == {"<", ">", "&", "\u2028", "\u2029"}


def test_a_social_card_shows_a_copy_and_never_the_original(site):
    text = Client().get(site.article.get_url()).content.decode()

    card = re.findall(r'<meta property="og:image" content="([^"]+)">', text)
    assert card[0].endswith(".jpeg")
    assert site.article.cover.file.name not in text


def test_a_page_without_a_picture_shows_the_sign_of_the_house(site):
    text = Client().get(site.legal.get_url()).content.decode()

    assert "images/share" in text
