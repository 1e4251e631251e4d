"""Legal documents of the sample archive, kept whole: a decision and the regulation attached to it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from cms.sample.reading.frontmatter import UnreadableTextError, read_toml

BLOCK_TYPES = frozenset({"part", "preamble", "chapter", "article", "closing"})


@dataclass(frozen=True)
class LegalBlock:
    """A piece of a legal document: a part, a preamble, a chapter, an article or a closing."""

    type: str
    part: str
    number: str = ""
    title: str = ""
    text: str = ""

    @property
    def anchor(self) -> str:
        """Where a link points: `qc-dieu-4` is Article 4 of the regulation."""
        names = {"chapter": "chuong", "article": "dieu"}
        return f"{self.part}-{names[self.type]}-{self.number.lower()}" if self.type in names else self.part


@dataclass(frozen=True)
class LegalText:
    """One decision in full, with the facts a reader checks first."""

    slug: str
    number: str
    title: str
    title_en: str
    issuer: str
    issuer_en: str
    signer: str
    signer_title: str
    issued_on: date
    intro_vi: str
    intro_en: str
    body: tuple[LegalBlock, ...]
    agency: str
    fields: tuple[str, ...]
    themes: tuple[str, ...] = ()
    dateline: str = ""
    effective_from: date | None = None
    status: str = "unknown"
    state: str = "published"
    notes: tuple[str, ...] = ()
    notes_en: tuple[str, ...] = ()

    @property
    def legal_basis(self) -> list[str]:
        """Return the grounds the decision names, one a line; they stand in its preamble."""
        lines = [line for block in self.body if block.type == "preamble" for line in block.text.splitlines()]
        return [line for line in lines if line.startswith(("Căn cứ", "Theo đề nghị"))]

    def articles(self, part: str) -> list[LegalBlock]:
        """Return the articles of one part, in order."""
        return [block for block in self.body if block.type == "article" and block.part == part]


def read_legal_texts(folder: Path) -> list[LegalText]:
    """Return every legal document of a folder, the newest first."""
    texts = [read_legal_text(path) for path in folder.glob("*.toml")]
    return sorted(texts, key=lambda text: text.issued_on, reverse=True)


def read_legal_text(path: Path) -> LegalText:
    """Return the legal document that stands in one file."""
    facts = read_toml(path)
    lists: dict[str, Any] = {name: tuple(facts.pop(name, ())) for name in ("fields", "themes", "notes", "notes_en")}
    body = tuple(_blocks(path, facts.pop("body")))
    return LegalText(slug=path.stem, body=body, **lists, **facts)


def _blocks(path: Path, rows: list[dict[str, Any]]) -> list[LegalBlock]:
    """Give each block the key of the part it stands in."""
    blocks, part = [], ""
    for row in rows:
        if row["type"] not in BLOCK_TYPES:
            raise UnreadableTextError(path, f"unknown block {row['type']!r}")
        part = row.pop("key", part)
        blocks.append(LegalBlock(part=part, **{**row, "text": row.get("text", "").strip()}))
    return blocks
