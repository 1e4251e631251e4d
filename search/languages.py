"""How the text of each language is indexed. Only the languages the site speaks get fields of their own."""

from functools import cache, lru_cache

import tantivy
from django.conf import settings

from .text import WORD, analyse, spell

STEMMED = {"en": "english", "fr": "french"}
ACCENTED = ("exact", "folded", "pairs")  # worth their room only where accents and syllables carry the meaning
PLAIN = ("folded",)


def codes() -> tuple[str, ...]:
    """The languages of the content, the source language first."""
    return tuple(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)


def forms(language: str) -> tuple[str, ...]:
    if language in STEMMED:
        return (STEMMED[language],)
    return ACCENTED if language == "vi" else PLAIN


@cache
def stemmer(name: str) -> tantivy.TextAnalyzer:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.stemmer(name)).build()


@lru_cache(maxsize=262_144)
def stem(name: str, word: str) -> str:
    """The stem of a word. The rules are Snowball's, handed to every engine as plain strings."""
    return "".join(stemmer(name).analyze(spell(word)[1]))


def form_tokens(language: str, text: str) -> dict[str, str]:
    """The tokens of a text in every form its language is indexed in."""
    analysed = analyse(text)._asdict()
    return {form: analysed[form] if form in analysed else stems(form, text) for form in forms(language)}


def stems(name: str, text: str) -> str:
    return " ".join(stem(name, word) for word in WORD.findall(text))
