"""Everything that is written for the sample archive, read once."""

from functools import cached_property
from pathlib import Path
from typing import Any

from ..drawing.captions import Caption, captions
from ..reading import tables
from ..reading.articles import Article, read_articles
from ..reading.frontmatter import read_toml
from ..reading.help_pages import HelpText, read_help_page, read_help_pages
from ..reading.legal import LegalText, read_legal_texts

FOLDER = Path(__file__).resolve().parent.parent / "texts"


class Texts:
    """The texts of the sample archive, by what they are about."""

    @cached_property
    def structure(self) -> dict[str, Any]:
        return read_toml(FOLDER / "structure.toml")

    @cached_property
    def agencies(self) -> list[tables.AgencyRow]:
        return tables.read_agencies(FOLDER)

    @cached_property
    def units(self) -> list[tables.UnitRow]:
        return tables.read_units(FOLDER)

    @cached_property
    def people(self) -> list[tables.PersonRow]:
        return tables.read_people(FOLDER)

    @cached_property
    def galleries(self) -> list[tables.GalleryRow]:
        return tables.read_galleries(FOLDER)

    @cached_property
    def pictures(self) -> dict[str, Caption]:
        return captions()

    @cached_property
    def articles(self) -> list[tuple[Article, Article | None]]:
        """Each Vietnamese article with its English translation."""
        return pairs(read_articles(FOLDER / "articles"))

    @cached_property
    def apart(self) -> dict[str, Article]:
        """Texts that never become public: stopped by the screening, or for staff alone."""
        return {article.key: article for article in read_articles(FOLDER / "apart")}

    @cached_property
    def help(self) -> list[tuple[HelpText, HelpText | None]]:
        return pairs(read_help_pages(FOLDER / "help"))

    @cached_property
    def about(self) -> tuple[HelpText, HelpText]:
        return read_help_page(FOLDER / "about.vi.md"), read_help_page(FOLDER / "about.en.md")

    @cached_property
    def legal(self) -> list[LegalText]:
        return read_legal_texts(FOLDER / "legal")


def pairs(texts: list[Any]) -> list[tuple[Any, Any]]:
    """Texts of one key together: Vietnamese, English."""
    english = {text.key: text for text in texts if text.language == "en"}
    return [(text, english.get(text.key)) for text in texts if text.language == "vi"]
