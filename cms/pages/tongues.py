"""In which language a text stands where only its words can tell: official texts and names are never translated."""

from __future__ import annotations

import re
import unicodedata

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

OWN_LETTERS = re.compile("[ăđơưạảãậẩẫấầắằẳẵặẹẻẽếềểễệỉĩịọỏõốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", re.IGNORECASE)
WORDS = re.compile(r"[^\W\d_]+")
ENOUGH = 2000  # characters tell as much as the whole text would
SHARE = 0.3  # Vietnamese texts and names have 0.36 or more such words; English ones with Vietnamese names 0.25 at most


def is_vietnamese(text: str) -> bool:
    """Whether so many of its words bear letters that only Vietnamese has."""
    words = WORDS.findall(unicodedata.normalize("NFC", str(text)[:ENOUGH]))
    return bool(words) and sum(bool(OWN_LETTERS.search(word)) for word in words) / len(words) >= SHARE


def foreign(text: str) -> str:
    """The code of the text's language where it is not that of the screen; empty where nothing has to be said."""
    return "vi" if get_language() != "vi" and text and is_vietnamese(text) else ""


def lang_of(text: str) -> SafeString:
    """The attribute by which a browser, a reader's voice and a translator learn it."""
    code = foreign(text)
    return format_html(' lang="{}"', code) if code else SafeString()
