"""Sample articles: one file an article and language."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from cms.sample.reading.body import Block, read_body
from cms.sample.reading.frontmatter import UnreadableTextError, read_front_matter

STATES = frozenset(
    {"draft", "submitted", "agency_cleared", "in_appraisal", "returned", "appraised"}
    | {"rejected", "published", "scheduled", "withdrawn", "archived"}
)


@dataclass(frozen=True)
class ReturnNote:
    """What must be mended before an article comes back, and in which field."""

    field: str
    text: str


@dataclass(frozen=True)
class Article:
    """One article in one language. Its key is the same in every language."""

    key: str
    language: str
    title: str
    slug: str
    intro: str
    state: str
    blocks: list[Block]
    kind: str = "article"
    themes: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    topic_class: str = "promotion"
    agency: str = ""
    activity_date: date | None = None
    precision: str = "day"
    author: str = ""
    author_unknown: bool = False
    place: str = ""
    places: tuple[str, ...] = ()
    event: str = ""
    cover: str = ""
    sample: bool = True
    reason: str = ""
    return_notes: tuple[ReturnNote, ...] = ()
    scheduled_in_days: int = 0
    older_than_source: bool = False
    earlier: dict[str, str] = field(default_factory=dict)
    seo: str = ""

    @property
    def pictures(self) -> list[str]:
        """Every picture the article shows, the cover first."""
        names = [self.cover] if self.cover else []
        for block in self.blocks:
            names += [block["picture"]] if block["type"] == "image" else block.get("pictures", [])
        return list(dict.fromkeys(names))


def read_articles(folder: Path) -> list[Article]:
    """Return every article of a folder, Vietnamese before its translations."""
    articles = [read_article(path) for path in folder.glob("*.md")]
    return sorted(articles, key=lambda article: (article.language != "vi", article.key))


def read_article(path: Path) -> Article:
    """Return the article that stands in one file, named `key.language.md`."""
    facts, text = read_front_matter(path)
    key, language = path.stem.rsplit(".", 1)
    _check(path, facts)
    facts["themes"] = tuple(facts.pop("theme", ()))
    facts["fields"] = tuple(facts.pop("field", ()))
    facts["places"] = tuple(facts.pop("places", ()))
    facts["return_notes"] = tuple(ReturnNote(**note) for note in facts.pop("return_notes", ()))
    try:
        return Article(key=key, language=language, blocks=read_body(text), **facts)
    except TypeError as error:
        raise UnreadableTextError(path, str(error)) from error


def _check(path: Path, facts: dict[str, Any]) -> None:
    if facts.get("state") not in STATES:
        raise UnreadableTextError(path, f"unknown state {facts.get('state')!r}")
    if facts["state"] in {"rejected", "withdrawn"} and not facts.get("reason"):
        raise UnreadableTextError(path, "a refusal needs its reason")
    if facts["state"] == "returned" and not facts.get("return_notes"):
        raise UnreadableTextError(path, "a returned article needs its notes")
