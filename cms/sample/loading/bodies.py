"""Texts as blocks of a page. A block has the same number in every language, so that translations find its words."""

import uuid
from collections.abc import Iterable
from typing import Any

from ..reading.body import Block
from ..reading.legal import LegalBlock, LegalText
from .world import World

NUMBERS = uuid.UUID("6a1d4c0e-6f0a-4c3e-9d7b-0f2a3b4c5d6e")

REMARKS = "ghi-chu"  # the part in which the archive remarks about its copy


def number(*path: object) -> str:
    """The number of a block, made of where it stands."""
    return str(uuid.uuid5(NUMBERS, "/".join(map(str, path))))


def body(world: World, key: str, blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """The body of an article or help page."""
    return [
        {"type": block["type"], "value": value(world, block, number(key, place)), "id": number(key, place)}
        for place, block in enumerate(blocks)
    ]


def value(world: World, block: Block, here: str) -> Any:
    match block["type"]:
        case "heading":
            return block["text"]
        case "text":
            return block["html"]
        case "quote":
            return {"text": block["text"], "source": block["source"]}
        case "image":
            return {"image": world.images[block["picture"]].pk, "caption": ""}
        case "gallery":
            return {"images": [item(world, name, here) for name in block["pictures"]], "caption": ""}
        case "table":
            return table(block)
    raise ValueError(block["type"])


def item(world: World, name: str, here: str) -> dict[str, Any]:
    return {"type": "item", "value": world.images[name].pk, "id": number(here, name)}


def table(block: Block) -> dict[str, Any]:
    """A table with a head, as the editor's grid saves it."""
    return {
        "data": [block["header"], *block["rows"]],
        "table_caption": block["caption"],
        "table_header_choice": "row",
        "first_row_is_table_header": True,
        "first_col_is_header": False,
    }


def legal_body(text: LegalText, words: dict[str, str], language: str = "vi") -> list[dict[str, Any]]:
    """A legal document whole; what the archive remarks about the copy stands apart from it, at the end."""
    pieces = [*map(legal_piece, text.body)]
    if text.dateline:
        first = next(piece for piece in pieces if piece["type"] == "preamble")
        first["value"] = f"{text.dateline}\n{first['value']}"
    notes = text.notes if language == "vi" else text.notes_en
    if notes:
        pieces.append({"type": "part", "value": {"key": REMARKS, "title": words[f"notes_{language}"]}})
        pieces.append({"type": "closing", "value": "\n".join(notes)})
    return [{**piece, "id": number(text.slug, place)} for place, piece in enumerate(pieces)]


def legal_piece(block: LegalBlock) -> dict[str, Any]:
    match block.type:
        case "part":
            value: Any = {"key": block.part, "title": block.title}
        case "chapter":
            value = {"number": block.number, "title": block.title}
        case "article":
            value = {"number": block.number, "title": block.title, "text": block.text}
        case _:
            value = block.text
    return {"type": block.type, "value": value}
