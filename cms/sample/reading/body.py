"""The small Markdown in which sample articles are written, read into blocks.

A blank line ends a piece. A piece is a `## heading`, a `> quote — source`, a `| table |` (its first line may be
`|= caption`), an `![[picture]]`, a `[[gallery: one, two]]`, a `- list`, or a paragraph.
"""

import re
from collections.abc import Iterator
from typing import Any

from cms.sample.reading.inline import to_html

Block = dict[str, Any]

PICTURE = re.compile(r"!\[\[([a-z0-9-]+)\]\]")
GALLERY = re.compile(r"\[\[gallery:([a-z0-9,\s-]+)\]\]")
TABLE_RULE = re.compile(r"[|\s:-]+")


def read_body(text: str) -> list[Block]:
    """Return the blocks of a text; paragraphs and lists that follow one another share one text block."""
    blocks: list[Block] = []
    for block in map(_read_piece, _pieces(text)):
        if block["type"] == "text" and blocks and blocks[-1]["type"] == "text":
            blocks[-1]["html"] += block["html"]
        else:
            blocks.append(block)
    return blocks


def _pieces(text: str) -> Iterator[str]:
    return (piece.strip() for piece in re.split(r"\n\s*\n", text) if piece.strip())


def _read_piece(piece: str) -> Block:
    if picture := PICTURE.fullmatch(piece):
        return {"type": "image", "picture": picture[1]}
    if gallery := GALLERY.fullmatch(piece):
        return {"type": "gallery", "pictures": [name.strip() for name in gallery[1].split(",")]}
    readers = {"## ": _heading, "> ": _quote, "|": _table, "- ": _list}
    for mark, reader in readers.items():
        if piece.startswith(mark):
            return reader(piece)
    return {"type": "text", "html": f"<p>{to_html(_joined(piece))}</p>"}


def _joined(piece: str) -> str:
    return " ".join(line.strip() for line in piece.splitlines())


def _heading(piece: str) -> Block:
    return {"type": "heading", "text": _joined(piece.removeprefix("## "))}


def _quote(piece: str) -> Block:
    words = _joined("\n".join(line.removeprefix(">") for line in piece.splitlines()))
    text, _, source = words.rpartition(" — ")
    return {"type": "quote", "text": text or words, "source": source if text else ""}


def _list(piece: str) -> Block:
    items = re.split(r"^- ", piece, flags=re.MULTILINE)[1:]
    return {"type": "text", "html": f"<ul>{''.join(f'<li>{to_html(_joined(item))}</li>' for item in items)}</ul>"}


def _table(piece: str) -> Block:
    lines = piece.splitlines()
    caption = lines.pop(0).removeprefix("|=").strip() if lines[0].startswith("|=") else ""
    header, *rows = [_cells(line) for line in lines if not TABLE_RULE.fullmatch(line)]
    return {"type": "table", "caption": caption, "header": header, "rows": rows}


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
