"""The fields in which every engine keeps a text, and their weights: described once, so that both rank alike."""

from functools import cache
from inspect import getsource
from typing import NamedTuple

from . import documents, languages, text

PUBLIC_FACETS = ("kind", "theme", "field", "place", "agency", "year", "language", "orientation", "size")
STAFF_FACETS = ("state", "lack", "due")  # empty in what is public
FACETS = (*PUBLIC_FACETS, *STAFF_FACETS)
BOOSTS = {
    "title": {"exact": 3.0, "folded": 2.0, "pairs": 2.0, "english": 2.0, "french": 2.0},
    "body": {"exact": 0.6, "folded": 0.6, "english": 0.6, "french": 0.6},
}
KEYWORDS_BOOST = 1.5
ADDED_BOOST = 0.5  # of words that nobody typed, but that mean the same
FEW = 4  # words of a question of which none can be spared
# Steps above any score of words: each is more than all below it together, and the words rank within a step.
OWN_LANGUAGE = 1000.0  # what stands in the reader's language comes first
WHOLE = 2000.0  # but before it what holds all of few words, not just most of them in its name
NAMED = 4000.0  # and before that what is called by all of them
A_NUMBER = 8000.0  # whoever types a number means that document
PHRASE_FORMS = ("folded", "english", "french")  # phrases are looked for without accents: positions cost room


class TextField(NamedTuple):
    """A field that holds one part of a text in one language and form."""

    part: str
    language: str
    form: str

    @property
    def name(self) -> str:
        return f"{self.part}_{self.language.replace('-', '_')}_{self.form}"

    @property
    def boost(self) -> float:
        return BOOSTS[self.part][self.form]


def text_fields() -> tuple[TextField, ...]:
    return fields_in(languages.codes())


@cache
def fields_in(codes: tuple[str, ...]) -> tuple[TextField, ...]:
    return tuple(
        TextField(part, language, form)
        for part, forms in BOOSTS.items()
        for language in codes
        for form in languages.forms(language)
        if form in forms
    )


def rules(codes: tuple[str, ...]) -> list[str]:
    """What makes an index another one: its fields, their weights, and how words are spelled."""
    return [repr(fields_in(codes)), repr(BOOSTS), repr(FACETS), *map(getsource, (text, languages, documents))]


def text_of(language: str, parts: dict[str, str]) -> dict[str, str]:
    """The tokens of a record's title and body, by the names of their fields."""
    return {
        TextField(part, language, form).name: tokens
        for part, words in parts.items()
        for form, tokens in languages.form_tokens(language, words).items()
        if form in BOOSTS[part]
    }


def fewest(words: int) -> int:
    """How many of a question's words must stand in a record: all of five, of more one in six may be missing.

    A syllable is less than a word, and a long text holds most syllables: with fewer, it would answer nearly everything.
    """
    return words - words // 6


def fewest_in_names(words: int) -> int:
    """How many are enough where they stand in the title or among the names: these are short, so it is no chance."""
    return words - words // 3
