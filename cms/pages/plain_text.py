"""The words of a StreamField as a reader sees them, without tags and without the notes of editors."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from wagtail.blocks import StructValue
from wagtail.rich_text import RichText

HIDDEN_BLOCKS = {"editor_note"}
BLOCK_END = re.compile(r"</(?:p|h\d|li|td|th|blockquote|div)>|<br\s*/?>", re.IGNORECASE)
TAG = re.compile(r"<[^>]+>")


def of_html(source: str) -> str:
    """Text of an HTML fragment, blocks parted by spaces."""
    return " ".join(html.unescape(TAG.sub("", BLOCK_END.sub(" ", source))).split())


def of_stream(stream: Any) -> str:
    """Text of all blocks that readers see."""
    shown = (block for block in stream if block.block_type not in HIDDEN_BLOCKS)
    return "\n".join(text for block in shown for text in words(block.value) if text)


def words(value: Any) -> Iterator[str]:
    """Every piece of text inside a block's value."""
    if isinstance(value, RichText):
        yield of_html(value.source)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, StructValue):
        for each in value.values():
            yield from words(each)
    elif isinstance(value, dict):
        yield from words(value.get("data") or [])
    elif isinstance(value, list | tuple):
        for each in value:
            yield from words(each)
