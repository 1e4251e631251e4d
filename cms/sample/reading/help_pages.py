"""Help pages and the page about the archive: a title, an introduction and a text."""

from dataclasses import dataclass
from pathlib import Path

from cms.sample.reading.body import Block, read_body
from cms.sample.reading.frontmatter import read_front_matter


@dataclass(frozen=True)
class HelpText:
    """One page of guidance in one language."""

    key: str
    language: str
    title: str
    slug: str
    intro: str
    blocks: list[Block]
    order: int = 0
    audience: str = "everyone"


def read_help_pages(folder: Path) -> list[HelpText]:
    """Return every help page of a folder in its reading order, Vietnamese before its translations."""
    pages = [read_help_page(path) for path in folder.glob("*.md")]
    return sorted(pages, key=lambda page: (page.language != "vi", page.order, page.key))


def read_help_page(path: Path) -> HelpText:
    """Return the page that stands in one file, named `key.language.md`."""
    facts, text = read_front_matter(path)
    key, language = path.stem.rsplit(".", 1)
    return HelpText(key=key, language=language, blocks=read_body(text), **facts)
