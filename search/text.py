"""The spelling rules of search, written once for every engine: engines see tokens parted by spaces, never raw text.

    >>> analyse("Uỷ ban Mỹ").folded
    'uy ban mi'

Every rule works on one word and is remembered by the word: a page of a hundred syllables costs a hundred look-ups.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng
STROKES = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h", "ŧ": "t"})
INVISIBLE = dict.fromkeys([0, 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
HAS_INVISIBLE = re.compile(f"[{re.escape(''.join(map(chr, INVISIBLE)))}]")
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
WORD = re.compile(f"[{UNSPACED}]+|[^\\W_{UNSPACED}]+(?:[\u0300-\u036f]+[^\\W_{UNSPACED}]*)*")
IS_UNSPACED = re.compile(f"[{UNSPACED}]")
LONE_Y = re.compile(r"(qu|[bcdđghklmnprstvx]+)y")  # mỹ, kỹ, lý, quý; never uy, thuý, tay
SIGN = r"[^\W\d_]{1,12}(?:-[^\W_]{1,12}){0,4}"
NUMBER = re.compile(rf"(?<!\d)(\d{{1,6}})\s*[/ -]\s*((?:19|20)\d\d)(?!\d)(?:\s*[/ -]\s*({SIGN}))?")
UNDATED = re.compile(rf"(?<![\d/])(\d{{1,6}})\s*/\s*({SIGN})")


class Token(NamedTuple):
    """A word of a text: its place there and its two spellings."""

    start: int
    end: int
    exact: str
    folded: str

    @property
    def has_accents(self) -> bool:
        return self.exact != self.folded

    @property
    def is_gram(self) -> bool:
        """Is it a piece of a script that puts no spaces between words?"""
        return IS_UNSPACED.match(self.folded) is not None


class Analysed(NamedTuple):
    """A text as an engine indexes it: with accents, without them, and its neighbours two by two."""

    exact: str
    folded: str
    pairs: str


def clean(text: str) -> str:
    """NFC, without what is neither seen nor storable: NUL, soft hyphens, zero widths, half characters."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    seen = whole.translate(INVISIBLE) if HAS_INVISIBLE.search(whole) else whole  # few texts hold any
    return unicodedata.normalize("NFC", seen)


@lru_cache(maxsize=262_144)
def spell(word: str) -> tuple[str, str]:
    """The exact form (the tone stands last, so hoà is hòa; mỹ is mĩ) and the folded form (no marks, đ is d)."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).lower())
    tone = "".join(letter for letter in letters if letter in TONES)
    base = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in TONES))
    if LONE_Y.fullmatch(base):
        base = base[:-1] + "i"
    return base + tone, without_marks(base)


def without_marks(letters: str) -> str:
    parted = unicodedata.normalize("NFD", letters)
    bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare).translate(STROKES)


def tokens(text: str) -> Iterator[Token]:
    """The words of an NFC text. A Chinese, Japanese, Korean, Thai or Lao run becomes overlapping pairs."""
    for match in WORD.finditer(text):
        if IS_UNSPACED.match(match.group()):
            yield from grams(match.group(), match.start())
        else:
            yield Token(match.start(), match.end(), *spell(match.group()))


def grams(run: str, at: int) -> Iterator[Token]:
    """Overlapping pairs of characters; the last one also alone, for questions of one character."""
    for offset in range(len(run)):
        form = unicodedata.normalize("NFKC", run[offset : offset + 2])
        yield Token(at + offset, at + min(offset + 2, len(run)), form, form)


def analyse(text: str) -> Analysed:
    """What an engine indexes of a text."""
    text = clean(text)
    if IS_UNSPACED.search(text):
        spelled = [(token.exact, token.folded) for token in tokens(text)]
    else:
        spelled = [spell(word) for word in WORD.findall(text)]  # three times faster, and the same forms
    folded = [form for _, form in spelled]
    pairs = map("_".join, zip(folded, folded[1:], strict=False))
    return Analysed(" ".join(form for form, _ in spelled), " ".join(folded), " ".join(pairs))


def fold(text: str) -> str:
    """A text without accents, as titles are compared when no engine answers."""
    return analyse(text).folded


def numbers(text: str) -> list[str]:
    """Legal numbers in every form people type: 69/2021/QĐ-UBND and QD 69 2021 both hold 69/2021."""
    text = clean(text)
    found = []
    for number, year, sign in NUMBER.findall(text):
        found.append(f"{int(number)}/{year}")
        found += [f"{int(number)}/{year}/{folded_sign(sign)}"] if sign else []
    found += [f"{int(number)}/{folded_sign(sign)}" for number, sign in UNDATED.findall(text)]
    return list(dict.fromkeys(found))


def folded_sign(sign: str) -> str:
    return "-".join(spell(part)[1] for part in sign.split("-"))


def squeezed(text: str) -> str:
    """Letters and digits alone, so that an accession number is found however its marks were typed."""
    return "".join(spell(word)[1] for word in WORD.findall(clean(text)))


TELEX = {"dd": "đ", "aa": "â", "ee": "ê", "oo": "ô", "uow": "ươ", "aw": "ă", "ow": "ơ", "uw": "ư"}
VNI = {"d9": "đ", "a6": "â", "e6": "ê", "o6": "ô", "uo7": "ươ", "a8": "ă", "o7": "ơ", "u7": "ư"}
KEYBOARDS = (
    (TELEX, re.compile("[fsxrj]$"), dict(zip("fsxrj", TONES, strict=True))),
    (VNI, re.compile("[1-5]"), dict(zip("21435", TONES, strict=True))),
)


def decode_keystrokes(word: str) -> str | None:
    """Telex or VNI keys that no input method turned into letters: ddawks is đắk, hue61 is huế. None if neither."""
    for shapes, tone_key, tones in KEYBOARDS:
        keys = word.lower()
        for typed, letter in shapes.items():
            keys = keys.replace(typed, letter)
        if tone := tone_key.search(keys):
            keys = keys[: tone.start()] + keys[tone.end() :] + tones[tone.group()]
        if keys != word.lower() and not re.search(r"[\dw]", keys):
            return keys
    return None


VOWELS = "aăâeêioôơuưy"
ONSET = re.compile(r"(?:qu|gi(?=[aăâeêioôơuưy])|[^aăâeêioôơuưy]*)")


def written(exact: str) -> str:
    """An exact form as people write it: the tone, which stands last there, over the vowel that bears it (hòa, thủy)."""
    base, tone = exact.rstrip(TONES), exact[len(exact.rstrip(TONES)) :]
    onset = ONSET.match(base)
    first = onset.end() if onset else 0
    places = [place for place in range(first, len(base)) if base[place] in VOWELS]
    if not (tone and places):
        return exact
    shaped = [place for place in places if base[place] in "ăâêôơư"]
    is_open = places[-1] == len(base) - 1
    bearer = shaped[-1] if shaped else places[-2] if is_open and len(places) > 1 else places[-1]
    return unicodedata.normalize("NFC", base[: bearer + 1] + tone + base[bearer + 1 :])
