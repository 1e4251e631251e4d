"""The one writer of an index, and what it writes of a document."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy

from ... import languages
from ...documents import Document
from ...fields import text_of
from ...text import analyse
from .. import State
from . import seal
from .schema import schema

SMALL, LARGE = 15_000_000, 128_000_000  # bytes a writer may hold before it writes: a few records, or all of them
STATE = "#state"


@contextmanager
def writing(place: Path, heap: int = SMALL) -> Iterator[tantivy.IndexWriter]:
    """A second writer, in any process, gets "LockBusy". All or nothing: an error takes the batch back."""
    writer = tantivy.Index(schema(), str(place)).writer(heap, 1)
    try:
        writer.garbage_collect_files()  # else a writer killed in mid-commit blocks all later ones
        yield writer
        writer.commit()
    except BaseException:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()  # also gives the lock back
    seal.put(place)  # not before: a merge after the commit makes other files


def put(writer: tantivy.IndexWriter, families: Iterable[str], documents: Iterable[Document], state: State) -> int:
    """Put documents in the place of all that stood under their families."""
    for family in families:
        writer.delete_documents_by_term("family", family)
    written = sum(writer.add_document(made(document)) is not None for document in documents)
    writer.delete_documents_by_term("key", STATE)
    writer.add_document(tantivy.Document.from_dict({"key": STATE, **vars(state)}, schema()))
    return written


def made(document: Document) -> tantivy.Document:
    """The fields of a document. The schema makes a wrong type an error; an unknown name is dropped in silence."""
    fields: dict[str, Any] = {
        "key": document.key,
        "family": document.family,
        "access": list(document.tokens),
        "number": document.numbers,
        "keywords": analyse(" ".join(entry.keywords for entry in document.entries)).folded,
        "day": document.day,
        "bucket": document.bucket,
        "mark": document.mark,
        "held": len(document.entries),
        **document.facets,
    }
    for entry in document.entries:
        if entry.language in languages.codes():
            fields |= text_of(entry.language, {"title": entry.title, "body": f"{entry.intro}\n{entry.body}"})
    return tantivy.Document.from_dict(fields, schema())
