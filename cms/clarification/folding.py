"""The words of a claim without what people type differently: accents, capitals, order, small words."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
SMALL_WORDS = """
    a an and are as at be been but by can could do does for from had has have he her his i if in into is it its more no
    not of on or our she should so than that the their them then there these they this to was we were what when which
    who will with would you your
    ai anh ba bi bo boi cac cai can cang chi cho co con cua cung da dang day de den di do duoc duoi gi hai hay ho hon
    khi khong la lai lam len luc ma mot muon nay neu nen ngay nguoi nhieu nhu nhung no noi o phai qua ra rang rat roi
    sau se su ta tai thanh the theo thi tinh toi trong truoc tu tung va van vao vay ve vi viec voi vua
"""
SMALL = frozenset(SMALL_WORDS.split())


def folded(text: str) -> str:
    """Small letters without marks: “Đầm phá” and “dam pha” are the same."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """The words by which a claim is found, each once, in their order."""
    found = WORD.findall(folded(text))
    return list(dict.fromkeys(word[:40] for word in found if len(word) > 1 and word not in SMALL))


def pairs(text: str) -> set[str]:
    """Words with the one that follows: Vietnamese words are mostly two syllables."""
    found = WORD.findall(folded(text))
    return {f"{left} {right}" for left, right in zip(found, found[1:], strict=False)}
