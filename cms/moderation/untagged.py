"""Words without the tags around them."""

from __future__ import annotations

import html
import re

BLOCK_END = re.compile(r"</(?:p|h\d|li|td|th|blockquote|div)>|<br\s*/?>", re.IGNORECASE)
TAG = re.compile(r"<[^>]+>")


def plain(text: str) -> str:
    """A text without its tags, each block on a line of its own."""
    return html.unescape(TAG.sub("", BLOCK_END.sub("\n", text))) if "<" in text else text
