from pathlib import Path

import pytest

from cms.sample.reading.articles import read_article, read_articles
from cms.sample.reading.frontmatter import UnreadableTextError, read_text, read_toml
from cms.sample.reading.tables import read_agencies, read_fields, read_galleries, read_themes, read_units

TEXTS = Path(__file__).parents[3] / "cms" / "sample" / "texts"
ARTICLES = read_articles(TEXTS / "articles")
names = [f"{article.key}.{article.language}" for article in ARTICLES]

HEAD = 'title = "Một bài"\nslug = "mot-bai"\nintro = "Một câu."\n'


def written(tmp_path: Path, head: str, body: str = "Một đoạn.") -> Path:
    path = tmp_path / "mot-bai.vi.md"
    path.write_text(f"+++\n{head}+++\n\n{body}\n", encoding="utf-8")
    return path


def test_an_article_is_read_with_its_facts_and_blocks(tmp_path):
    path = written(tmp_path, HEAD + 'state = "published"\ntheme = ["land"]\ncover = "ho-sen"\n', "![[den-bien]]")

    article = read_article(path)

    assert (article.key, article.language, article.themes) == ("mot-bai", "vi", ("land",))
    assert article.pictures == ["ho-sen", "den-bien"]


def test_letters_are_composed_when_read(tmp_path):
    path = written(tmp_path, HEAD + 'state = "draft"\n', "ho\u0301a")

    assert read_article(path).blocks[0]["html"] == "<p>hóa</p>"


@pytest.mark.parametrize(
    "head",
    [
        HEAD + 'state = "lost"\n',
        HEAD + 'state = "rejected"\n',
        HEAD + 'state = "returned"\n',
        HEAD + 'state = "draft"\ncolour = "red"\n',
        HEAD + "state = draft\n",
    ],
)
def test_an_article_that_breaks_the_rules_is_refused(tmp_path, head):
    with pytest.raises(UnreadableTextError, match=r"mot-bai\.vi\.md"):
        read_article(written(tmp_path, head))


def test_a_file_without_a_head_is_refused(tmp_path):
    path = tmp_path / "mot-bai.vi.md"
    path.write_text("Chỉ có chữ.", encoding="utf-8")

    with pytest.raises(UnreadableTextError):
        read_article(path)


@pytest.mark.parametrize("article", ARTICLES, ids=names)
def test_every_article_names_things_that_exist(article):
    assert article.agency in {agency.key for agency in read_agencies(TEXTS)}
    assert set(article.themes) <= {theme.code for theme in read_themes(TEXTS)}
    assert article.themes and article.fields
    assert set(article.fields) <= {field.code for field in read_fields(TEXTS)}
    assert set(article.places) <= {unit.key for unit in read_units(TEXTS)}


@pytest.mark.parametrize("article", ARTICLES, ids=names)
def test_every_article_is_long_enough_and_says_that_it_is_a_sample(article):
    headings = [block for block in article.blocks if block["type"] == "heading"]
    words = (TEXTS / "articles" / f"{article.key}.{article.language}.md").read_text(encoding="utf-8").split("+++")[2]

    assert article.sample
    assert ("Nội dung mẫu" if article.language == "vi" else "Sample content") in article.blocks[-1]["html"]
    assert 300 <= len(words.split()) <= 900
    assert 3 <= len(headings) <= 8
    assert any(block["type"] == "quote" for block in article.blocks)


@pytest.mark.parametrize("article", ARTICLES, ids=names)
def test_every_article_states_an_author_or_says_that_none_is_known(article):
    assert bool(article.author) != article.author_unknown


@pytest.mark.parametrize("article", ARTICLES, ids=names)
def test_addresses_are_plain_letters(article):
    assert article.slug.isascii()
    assert article.slug == article.slug.lower()


def test_every_picture_shown_is_in_the_archive():
    pictures = {picture["name"] for picture in read_toml(TEXTS / "pictures.toml")["pictures"]}
    shown = [name for article in ARTICLES for name in article.pictures]
    shown += [name for gallery in read_galleries(TEXTS) for name in gallery.pictures]

    assert set(shown) <= pictures
    assert all(article.cover for article in ARTICLES)


def test_addresses_differ_within_a_language():
    for language in ("vi", "en"):
        slugs = [article.slug for article in ARTICLES if article.language == language]
        assert len(slugs) == len(set(slugs))


def test_every_translation_has_a_source():
    sources = {article.key for article in ARTICLES if article.language == "vi"}

    assert {article.key for article in ARTICLES if article.language != "vi"} <= sources


def test_a_published_translation_has_a_published_source():
    published = {(article.language, article.key) for article in ARTICLES if article.state == "published"}

    assert all(("vi", key) in published for language, key in published if language == "en")


@pytest.mark.parametrize("path", sorted(TEXTS.rglob("*.*")), ids=lambda path: path.name)
def test_texts_are_stored_with_composed_letters(path):
    assert path.read_text(encoding="utf-8") == read_text(path)
