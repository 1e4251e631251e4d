"""The build of a legal document: its parts, chapters and articles, each with an address of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.text import slugify

from .tongues import foreign

POINT = re.compile(r"^\s*(?:[a-zđ]{1,2}\)|[-–+•])\s", re.IGNORECASE)
SOME = 8  # pieces are enough to tell the language
ANCHORS = {"chapter": "chuong", "article": "dieu"}


@dataclass(frozen=True)
class Line:
    """A paragraph of an article; a lettered point is set in from the margin."""

    text: str
    is_point: bool


@dataclass
class Piece:
    """One block of the document, and the pieces that stand in it."""

    kind: str
    anchor: str
    number: str = ""
    title: str = ""
    lines: list[Line] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    @property
    def template(self) -> str:
        return f"blocks/legal_{self.kind}.html"


@dataclass(frozen=True)
class Outline:
    """The whole document as read from top to bottom, and as a table of contents."""

    pieces: list[Piece]
    contents: list[Piece]

    @cached_property
    def language(self) -> str:
        """In which language the text stands, where it is not that of the page."""
        return foreign("\n".join(line.text for piece in self.pieces[:SOME] for line in piece.lines))

    @property
    def chapters(self) -> int:
        return sum(piece.kind == "chapter" for piece in self.pieces)

    @property
    def articles(self) -> int:
        return sum(piece.kind == "article" for piece in self.pieces)


def outline(body: Iterable[Any]) -> Outline:
    """Read the blocks once, giving each its anchor: `qc-dieu-4` is Article 4 of the regulation."""
    pieces: list[Piece] = []
    contents: list[Piece] = []
    part = chapter = None
    used: set[str] = set()
    for block in body:
        piece = read(block, part.anchor if part else "", used)
        pieces.append(piece)
        if piece.kind == "part":
            part, chapter = piece, None
            contents.append(piece)
        elif piece.kind == "chapter":
            chapter = piece
            (part.pieces if part else contents).append(piece)
        elif piece.kind == "article":
            above = chapter or part
            (above.pieces if above else contents).append(piece)
    return Outline(pieces, contents)


def read(block: Any, part: str, used: set[str]) -> Piece:
    value = block.value
    piece = Piece(block.block_type, "", word(value, "number"), word(value, "title"), lines(word(value, "text")))
    piece.anchor = unused(anchor(block, piece, part), used)
    return piece


def anchor(block: Any, piece: Piece, part: str) -> str:
    """An address that stays when the title is mended: made of the part's key and the number."""
    if piece.kind == "part":
        return slugify(word(block.value, "key")) or initials(piece.title) or "phan"
    words = [part, ANCHORS.get(piece.kind, piece.kind), slugify(piece.number)]
    return "-".join(filter(None, words))


def unused(name: str, used: set[str]) -> str:
    """No two pieces share an address, however the text counts."""
    candidates = (name, *(f"{name}-{number}" for number in range(2, len(used) + 3)))
    free = next(candidate for candidate in candidates if candidate not in used)
    used.add(free)
    return free


def initials(title: str) -> str:
    ascii_title = title.replace("đ", "d").replace("Đ", "D")
    return "".join(slugify(part)[:1] for part in ascii_title.split()[:3])


def word(value: Any, name: str) -> str:
    """A field of a block, where the block has it."""
    try:
        return str(value.get(name) or "")
    except AttributeError:
        return str(value) if name == "text" else ""


def lines(text: str) -> list[Line]:
    """Paragraphs of a text kept in plain lines."""
    return [Line(line.strip(), bool(POINT.match(line))) for line in text.splitlines() if line.strip()]
