"""What a reader typed, understood: words, "phrases", -word, NOT, AND, OR and legal numbers. No engine is known here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from .text import Token, clean, decode_keystrokes, numbers, squeezed, tokens

MAX_CHARACTERS, MAX_WORDS, MAX_PHRASES = 500, 12, 3
PIECE = re.compile(r'(-?)["“”]([^"“”]*)(?:["“”]|$)|(\S+)')


@dataclass(frozen=True)
class Term:
    """What must stand in a record: words, or words side by side (a phrase), or without words a value of a facet."""

    words: tuple[Token, ...]
    is_phrase: bool = False
    is_added: bool = False  # nobody typed it: it means the same as what was typed
    facet: str = ""
    values: tuple[str, ...] = ()  # of the facet; any of them will do


@dataclass(frozen=True)
class Question:
    """Each group is wanted, any of its terms will do; nothing unwanted may stand in the record."""

    wanted: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()
    numbers: tuple[str, ...] = ()
    was_cut: bool = False

    @property
    def words(self) -> list[Token]:
        return [word for group in self.wanted for term in group for word in term.words]

    @property
    def typed(self) -> list[Token]:
        """The words of the reader, each once, without those that were added because they mean the same."""
        return [word for group in self.wanted for term in own(group) for word in term.words]

    @property
    def has_accents(self) -> bool:
        return any(word.has_accents for word in self.typed)

    @property
    def neighbours(self) -> list[str]:
        """Folded words that were typed side by side, two by two."""
        loose = [word.folded for group in self.wanted if not group[0].is_phrase for word in group[0].words]
        return ["_".join(pair) for pair in pairwise(loose)]

    @property
    def is_empty(self) -> bool:
        return not (self.wanted or self.unwanted or self.numbers)


def own(group: tuple[Term, ...]) -> list[Term]:
    """What a reader typed of a group, said once."""
    first, *others = group
    return [first, *(term for term in others if not term.is_added and term.words != first.words)]


@dataclass
class Reading:
    """A question while it is being read, with what is left of the words it may hold."""

    wanted: list[tuple[Term, ...]] = field(default_factory=list)
    unwanted: list[Term] = field(default_factory=list)
    words: int = 0
    phrases: int = 0
    was_cut: bool = False
    joins_last: bool = False
    is_negative: bool = False

    def take(self, piece: str, is_phrase: bool) -> None:
        """Take in a piece of what was typed, as far as words are left."""
        for term in terms(piece, is_phrase and self.phrases < MAX_PHRASES):
            self.words += len(term.words)
            self.phrases += term.is_phrase
            if self.words > MAX_WORDS:
                self.was_cut = True
                return
            self.place(term)

    def place(self, term: Term) -> None:
        if self.is_negative:
            self.unwanted.append(term)
        elif self.joins_last and self.wanted:
            self.wanted[-1] += (term,)
        else:
            self.wanted.append((term,))
        self.joins_last = False


def read(typed: str) -> Question:
    """Read what was typed. It never fails: what it does not understand is a word, or nothing."""
    text = clean(typed[: MAX_CHARACTERS * 4])
    reading = Reading(was_cut=len(text) > MAX_CHARACTERS)
    text = text[:MAX_CHARACTERS]
    for minus, phrase, piece in PIECE.findall(text):
        if piece in ("AND", "OR", "NOT"):
            reading.joins_last, reading.is_negative = piece == "OR", piece == "NOT"
            continue
        reading.is_negative = reading.is_negative or bool(minus) or piece.startswith("-")
        reading.take(phrase or piece, is_phrase=bool(phrase))
        reading.is_negative = False
    return Question(tuple(reading.wanted), tuple(reading.unwanted), wanted_numbers(text), reading.was_cut)


def wanted_numbers(text: str) -> tuple[str, ...]:
    """Legal numbers, and the whole question as an accession number if it holds a digit."""
    whole = squeezed(text)
    found = numbers(text)
    return (*found, whole) if any(letter.isdigit() for letter in whole) and len(whole) > 3 else tuple(found)


def terms(piece: str, is_phrase: bool) -> Iterator[Term]:
    words = tuple(tokens(piece))[: MAX_WORDS + 1]
    if len(words) > 1 and words[-1].start < words[-2].end:
        words = words[:-1]  # the lone last character of a Chinese run serves questions of one character
    if len(words) > 1 and (is_phrase or words[0].is_gram):
        yield Term(words[:MAX_WORDS], is_phrase=True)
    else:
        yield from (Term((word,)) for word in words)


def with_letters(question: Question) -> Question | None:
    """The question with the keys of a Vietnamese keyboard turned into letters, or None if it holds none."""
    changed = replace(question, wanted=tuple(tuple(map(decoded, group)) for group in question.wanted), numbers=())
    return changed if changed.wanted != question.wanted else None


def decoded(term: Term) -> Term:
    spelled = [decode_keystrokes(word.exact) for word in term.words]
    words = [next(tokens(keys), word) if keys else word for keys, word in zip(spelled, term.words, strict=True)]
    return replace(term, words=tuple(words))
