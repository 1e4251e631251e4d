from pathlib import Path

import pytest

from cms.sample.reading.help_pages import read_help_page, read_help_pages

TEXTS = Path(__file__).parents[3] / "cms" / "sample" / "texts"
PAGES = read_help_pages(TEXTS / "help")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_eight_help_pages_stand_in_order_in_each_language(language):
    pages = [page for page in PAGES if page.language == language]

    assert [page.order for page in pages] == list(range(1, 9))
    assert len({page.slug for page in pages}) == 8


def test_both_languages_explain_the_same_things():
    shapes = {(page.key, page.language): [block["type"] for block in page.blocks] for page in PAGES}

    assert all(shapes[key, "vi"] == shapes[key, "en"] for key, _ in shapes)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_about_the_archive_says_what_is_real(language):
    page = read_help_page(TEXTS / f"about.{language}.md")

    assert [block["type"] for block in page.blocks].count("heading") == 6
    assert any(block["type"] == "table" for block in page.blocks)
