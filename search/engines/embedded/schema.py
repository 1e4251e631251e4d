"""The fields of the embedded index. Their names and weights are the same in every engine."""

import hashlib
from functools import cache
from importlib import metadata
from inspect import getsource
from typing import NamedTuple

import tantivy

from ... import documents, languages, text
from .. import FACETS

BOOSTS = {
    "title": {"exact": 3.0, "folded": 2.0, "pairs": 2.0, "english": 2.0, "french": 2.0},
    "body": {"exact": 0.6, "folded": 0.6, "english": 0.6, "french": 0.6},
}
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


def schema() -> tantivy.Schema:
    return schema_in(languages.codes())


def version() -> str:
    """Names the rules an index was built with: other fields or another spelling make another folder."""
    return version_in(languages.codes())


@cache
def fields_in(codes: tuple[str, ...]) -> tuple[TextField, ...]:
    return tuple(
        TextField(part, language, form)
        for part, forms in BOOSTS.items()
        for language in codes
        for form in languages.forms(language)
        if form in forms
    )


@cache
def schema_in(codes: tuple[str, ...]) -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw")
    for name in ("family", "access", "number"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for field in fields_in(codes):
        option = "position" if field.form in PHRASE_FORMS else "freq"
        builder.add_text_field(field.name, tokenizer_name="whitespace", index_option=option)
    builder.add_text_field("keywords", tokenizer_name="whitespace", index_option="freq")
    for facet in FACETS:
        builder.add_text_field(facet, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("day", fast=True)
    builder.add_unsigned_field("sequence", stored=True)
    builder.add_text_field("archive", stored=True, tokenizer_name="raw")
    return builder.build()


@cache
def version_in(codes: tuple[str, ...]) -> str:
    rules = [metadata.version("tantivy"), repr(fields_in(codes)), repr(BOOSTS), repr(FACETS)]
    sources = [getsource(module) for module in (text, languages, documents)]
    return hashlib.sha256("\n".join(rules + sources).encode()).hexdigest()[:12]
