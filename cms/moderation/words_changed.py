"""Two texts side by side, word by word: what was taken out is struck, what came in is marked."""

from __future__ import annotations

import difflib
import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

PIECES = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
FIGURES = re.compile(r"\d")


def side_by_side(before: str, after: str) -> tuple[SafeString, SafeString]:
    """Both texts as HTML, with `del` in the first and `ins` in the second."""
    old, new = PIECES.findall(before), PIECES.findall(after)
    left: list[str] = []
    right: list[str] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for change, a, b, c, d in matcher.get_opcodes():
        left.append(marked("del", old[a:b], change != "equal"))
        right.append(marked("ins", new[c:d], change != "equal"))
    return paragraphs("".join(left)), paragraphs("".join(right))


def marked(tag: str, pieces: list[str], is_changed: bool) -> str:
    text = escape("".join(pieces))
    return f"<{tag}>{text}</{tag}>" if is_changed and text.strip() else str(text)


def paragraphs(html: str) -> SafeString:
    """Escaped text with its lines kept."""
    return mark_safe(html.replace("\n", "<br>"))


def plain(text: str) -> SafeString:
    """Text as it is, with its lines kept."""
    return paragraphs(str(escape(text)))


def only_figures(before: str, after: str) -> bool:
    """Whether nothing but figures differs: the change a judge must not overlook."""
    return before != after and without_figures(before) == without_figures(after)


def without_figures(text: str) -> str:
    return FIGURES.sub("", text)


def whole(tag: str, text: str) -> SafeString:
    """A text that is new, or gone, as a whole."""
    return mark_safe(f"<{tag}>{plain(text)}</{tag}>") if text else SafeString()
