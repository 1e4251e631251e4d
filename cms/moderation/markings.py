"""State-secret markings in a text (HUE-17): the stamped word, not the syllable in “mật ong” or “bí mật gia truyền”.

A marking is the degree written as a stamp: alone on its line, in capitals or in brackets, or after “độ mật”. The rules
carry a version that every screening keeps.
"""

import re
import unicodedata
from typing import NamedTuple

RULES_VERSION = "2026-11"
DEGREE = r"(?:tuyệt\s+mật|tối\s+mật|mật)"
CAPITALS = r"(?:TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT|TUYET\s+MAT|TOI\s+MAT)"
RULES = {
    "alone": re.compile(rf"^[\s*\[(«“\"]*{DEGREE}[\s*\])»”\".!]*$", re.IGNORECASE | re.MULTILINE),
    "degree": re.compile(rf"\bđộ\s+mật\s*[:=–-]\s*[\"“(]?\s*{DEGREE}", re.IGNORECASE),
    "degree_unaccented": re.compile(r"\bdo\s+mat\s*[:=–-]\s*(?:tuyet\s+mat|toi\s+mat|mat)\b", re.IGNORECASE),
    "brackets": re.compile(rf"[\[(]\s*{DEGREE}\s*[\])]", re.IGNORECASE),
    "capitals": re.compile(rf"(?<![\w-]){CAPITALS}(?![\w-])"),
    "stamp": re.compile(
        rf"\b(?:đóng\s+dấu|dấu|văn\s+bản|tài\s+liệu|công\s+văn|hồ\s+sơ)\s+[\"“«]?{DEGREE}(?=[\s\"”».,;:)]|$)(?!\s+(?:khẩu|độ|ong|mã|ngữ|vụ|thám|thiết))",
        re.IGNORECASE,
    ),
    "number": re.compile(rf"(?:^|[.;\n]\s*){DEGREE}\s*,?\s+số\s+\d+", re.IGNORECASE | re.MULTILINE),
}


class Hit(NamedTuple):
    """Which rule found what, where: kept for the screener, never shown to the author."""

    rule: str
    text: str
    start: int


def markings(text: str) -> list[Hit]:
    """Every marking in a text, in the order of the rules."""
    text = unicodedata.normalize("NFC", text)
    return [
        Hit(rule, found.group().strip(), found.start()) for rule, how in RULES.items() for found in how.finditer(text)
    ]
