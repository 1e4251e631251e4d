"""The schema of the embedded index."""

import hashlib
from functools import cache
from importlib import metadata

import tantivy

from ... import languages
from ...fields import FACETS, PHRASE_FORMS, fields_in, rules


def schema() -> tantivy.Schema:
    return schema_in(languages.codes())


def version() -> str:
    """Names the rules an index was built with: other fields or another spelling make another folder."""
    return version_in(languages.codes())


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
    builder.add_text_field("bucket", tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("day", "held"):
        builder.add_unsigned_field(name, fast=True)
    builder.add_unsigned_field("mark", fast=True, stored=True)
    builder.add_unsigned_field("sequence", stored=True)
    builder.add_text_field("archive", stored=True, tokenizer_name="raw")
    return builder.build()


@cache
def version_in(codes: tuple[str, ...]) -> str:
    said = [metadata.version("tantivy"), *rules(codes)]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]
