"""Marks in the original text, made here for every engine: an engine marks what it indexed, and that is folded."""

import html
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from . import languages
from .questions import Question, Term
from .text import STROKES, Token, tokens

MARKS = "\ue000", "\ue001"  # private use; taken out of texts first, so that no record forges one
NO_MARKS = dict.fromkeys(map(ord, MARKS))
LONGEST = 20_000  # characters looked at
AROUND = 60  # characters before the first mark


class PlainLetters(dict):
    """Each letter's plain form, always one letter, so that places in the folded text are places in the text."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        bare = "".join(c for c in unicodedata.normalize("NFD", letter.lower()) if not unicodedata.combining(c))
        bare = bare.translate(STROKES).replace("y", "i")
        self[code] = bare if len(bare) == 1 else letter
        return self[code]


PLAIN = PlainLetters()


def excerpt(text: str, question: Question, language: str, width: int | None = 220) -> str:
    """The part of a text that holds most of what was asked, marked; its beginning if it holds nothing.

    The text is one that entries keep: clean already.
    """
    text = text[:LONGEST]
    if MARKS[0] in text or MARKS[1] in text:
        text = text.translate(NO_MARKS)
    places = candidates(text, question, language)
    start, end = window(text, places, width)
    found = spans(text[start:end], question, language) if places else []
    pieces, at = [], start
    for first, last in found:
        pieces += [text[at : start + first], MARKS[0], text[start + first : start + last], MARKS[1]]
        at = start + last
    return "".join(["… " if start else "", *pieces, text[at:end], " …" if end < len(text) else ""])


def is_marked(marked: str) -> bool:
    return MARKS[0] in marked


def to_html(marked: str) -> SafeString:
    """Escape first, then let the marks become tags: nothing of the record's own can."""
    escaped = html.escape(marked.replace("\n", " "))
    return mark_safe(escaped.replace(MARKS[0], "<mark>").replace(MARKS[1], "</mark>"))


def to_text(marked: str) -> str:
    return marked.translate(NO_MARKS).replace("\n", " ")


@lru_cache(maxsize=512)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """What the asked words begin with, in plain letters. It may find too much, never too little."""
    return re.compile("|".join(map(re.escape, words)))


def beginnings(letters: tuple[str, ...], text: str) -> Iterator[tuple[int, str]]:
    """Where words of a text begin so. To look back at each letter of it, the pattern would take four times as long."""
    for match in pattern(letters).finditer(text):
        start = match.start()
        if not start or not text[start - 1].isalnum():
            yield start, match.group()


def candidates(text: str, question: Question, language: str) -> list[tuple[int, str]]:
    """Where an asked word may stand. A look over plain letters costs a tenth of spelling every word of a long text."""
    stemmed = languages.STEMMED.get(language)
    asked = {languages.stem(stemmed, word.folded) if stemmed else word.folded for word in question.words}
    plain = tuple(sorted(word.replace("y", "i") for word in asked if word))
    if not plain:
        return []
    grams = {word.folded for word in question.words if word.is_gram}
    found = [(text.find(word), word) for word in grams if word in text]
    if letters := tuple(word for word in plain if word not in grams):
        found += beginnings(letters, text.translate(PLAIN))
    return sorted(found)


def window(text: str, found: list[tuple[int, str]], width: int | None) -> tuple[int, int]:
    """Where the most different words stand within the width, from the start of a sentence or a word."""
    if width is None or len(text) <= width:
        return 0, len(text)
    best = densest(found[:200], width - AROUND)
    start = max(best - AROUND, 0)
    if start:
        sentence = text.rfind(". ", start, best)
        start = sentence + 2 if sentence >= 0 else text.find(" ", start, best) + 1 or best
    end = start + width
    return start, len(text) if end >= len(text) else max(text.rfind(" ", start, end), best + 20)


def densest(found: list[tuple[int, str]], width: int) -> int:
    """The first place from which the most different words lie within the width."""
    places, best, most = [place for place, _ in found], 0, 0
    for n, place in enumerate(places):
        different = len({word for _, word in found[n : bisect_left(places, place + width)]})
        if different > most:
            best, most = place, different
    return best


def spans(text: str, question: Question, language: str) -> list[tuple[int, int]]:
    """The places of what was asked. Typed accents count wherever some word fits them."""
    words = list(tokens(text))
    exact = asked_for(words, question, language, exact=True) if question.has_accents else []
    return joined(exact or asked_for(words, question, language, exact=False))


def asked_for(words: list[Token], question: Question, language: str, *, exact: bool) -> list[Token]:
    """The words that were asked for; those of a phrase only where they stand side by side."""
    here = spelled(words, language, exact)
    runs = [run for group in question.wanted for term in group for run in runs_of(term, language, exact)]
    firsts = {run[0] for run in runs}
    found: set[Token] = set()
    for place in [place for place, word in enumerate(here) if word in firsts]:
        for run in runs:
            if here[place : place + len(run)] == run:
                found.update(words[place : place + len(run)])
    return sorted(found)


def runs_of(term: Term, language: str, exact: bool) -> list[list[str]]:
    words = spelled(term.words, language, exact)
    return [words] if term.is_phrase else [[word] for word in words]


def spelled(words: Iterable[Token], language: str, exact: bool) -> list[str]:
    if stemmed := languages.STEMMED.get(language):
        return [languages.stem(stemmed, word.folded) for word in words]
    return [word.exact if exact else word.folded for word in words]


def joined(found: list[Token]) -> list[tuple[int, int]]:
    """Places that overlap (the pairs of a Chinese run) become one."""
    joined_up: list[tuple[int, int]] = []
    for word in found:
        if joined_up and word.start < joined_up[-1][1]:
            joined_up[-1] = (joined_up[-1][0], word.end)
        else:
            joined_up.append((word.start, word.end))
    return joined_up
