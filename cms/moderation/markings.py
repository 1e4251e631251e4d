"""State-secret markings in a text (HUE-17): the stamped word, not the syllable in “mật ong” or “bí mật gia truyền”.

A marking is the degree written as a stamp: alone on its line, in capitals, letter by letter, in brackets, or after
“độ mật”. The rules carry a version that every screening keeps.
"""

import re
import unicodedata
from typing import NamedTuple

RULES_VERSION = "2026-11.2"
DEGREE = r"(?:tuyệt\s+mật|tối\s+mật|mật)"
LOUD = r"(?:TUYỆT\s+MẬT|TỐI\s+MẬT|TUYET\s+MAT|TOI\s+MAT)"
PAPER = r"(?:đóng\s+dấu|dấu|văn\s+bản|tài\s+liệu|công\s+văn|hồ\s+sơ)"
WORDS_BEFORE = "".join(rf"(?<!{word}\s)" for word in ("BẢO", "BÍ", "CƠ", "ĐỘ", "GIẢI", "HỘI", "NỒNG", "THÂN"))
WORDS_AFTER = r"(?!\s+(?:ong|độ|khẩu|mã|mía|mỡ|ngọt|ngữ|ngôn|thám|thiết|thư|tịch|vịt|vụ)\b)"


def letter_by_letter(word: str) -> str:
    """The word as a stamp spreads it: M Ậ T, M.Ậ.T, M-Ậ-T."""
    return r"[ \t.·_-]+".join(word)


SPREAD = "|".join(
    r"[ \t.·_-]+".join(letter_by_letter(word) for word in degree.split())
    for degree in ("TUYỆT MẬT", "TỐI MẬT", "TUYET MAT", "TOI MAT", "MẬT")
)
RULES = {
    "alone": re.compile(rf"^[\s*\[(«“\"]*{DEGREE}[\s*\])»”\".!]*$", re.IGNORECASE | re.MULTILINE),
    "degree": re.compile(rf"\bđộ\s+mật\s*[:=–-]\s*[\"“(]?\s*{DEGREE}", re.IGNORECASE),
    "degree_unaccented": re.compile(r"\bdo\s+mat\s*[:=–-]\s*(?:tuyet\s+mat|toi\s+mat|mat)\b", re.IGNORECASE),
    "brackets": re.compile(rf"[\[(]\s*{DEGREE}\s*[\])]", re.IGNORECASE),
    "capitals": re.compile(rf"(?<![\w-])(?:{LOUD}|{WORDS_BEFORE}MẬT(?![\w-])(?i:{WORDS_AFTER}))(?![\w-])"),
    "letter_by_letter": re.compile(rf"(?<!\w)(?<!\w[ .])(?:{SPREAD})(?!\w)(?![ .]\w(?!\w))"),
    "stamp": re.compile(rf"\b{PAPER}\s+[\"“«]?{DEGREE}(?=[\s\"”».,;:)]|$){WORDS_AFTER}", re.IGNORECASE),
    "number": re.compile(rf"(?:^|[.;\n]\s*){DEGREE}\s*,?\s+số\s+\d+", re.IGNORECASE | re.MULTILINE),
}


class Hit(NamedTuple):
    """Which rule found what, where: kept for the screener, never shown to the author."""

    rule: str
    text: str
    start: int


def markings(text: str) -> list[Hit]:
    """Every marking in a text, in the order of the rules."""
    text = visible_letters(text)
    return [
        Hit(rule, found.group().strip(), found.start()) for rule, how in RULES.items() for found in how.finditer(text)
    ]


def visible_letters(text: str) -> str:
    """Letters in one piece, without the marks that no reader sees and that would part a word."""
    return "".join(each for each in unicodedata.normalize("NFC", text) if unicodedata.category(each) != "Cf")
