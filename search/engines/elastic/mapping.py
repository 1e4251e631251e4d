"""The mapping of an index. Texts come as tokens parted by spaces, so that the server has nothing to analyse."""

import hashlib
from functools import cache
from typing import Any

from elasticsearch_dsl import Integer, Keyword, Long, Mapping, Text

from ... import languages
from ...fields import FACETS, PHRASE_FORMS, fields_in, rules

LAYOUT = "2"  # of what stands below; another number lets every index be built anew
SETTINGS: dict[str, Any] = {"number_of_shards": 1, "auto_expand_replicas": "0-1", "gc_deletes": "1h"}


def mapping() -> dict[str, Any]:
    return mapping_in(languages.codes())


def version() -> str:
    return version_in(languages.codes())


@cache
def mapping_in(codes: tuple[str, ...]) -> dict[str, Any]:
    made = Mapping().meta("dynamic", "strict").meta("_source", enabled=True)
    for name in ("key", "family", "access", "number", "bucket", *FACETS):
        made.field(name, Keyword())
    for field in fields_in(codes):
        made.field(field.name, words("positions" if field.form in PHRASE_FORMS else "freqs"))
    made.field("keywords", words("freqs"))
    made.field("day", Integer())
    for name in ("mark", "held", "sequence"):
        made.field(name, Long())
    made.field("archive", Keyword(index=False, doc_values=False))
    made.field("rules", Keyword(index=False, doc_values=False))
    return dict(made.to_dict())


def words(options: str) -> Text:
    return Text(analyzer="whitespace", index_options=options)


@cache
def version_in(codes: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join([LAYOUT, *rules(codes)]).encode()).hexdigest()[:12]
