"""What is written of a document, and what becomes of one that the server refuses."""

from collections.abc import Iterable, Iterator
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from ... import languages
from ...documents import Document
from ...fields import text_of
from ...text import analyse
from .. import Change, EngineDownError, Refusal, Refuse, State
from .places import Place

STATE = "#state"
CHUNK = 1_000  # documents a request
A_FEW = 1_000  # documents that are shown at once
STALE, GONE = 409, 404  # a newer one stands there; it was gone already
LATER = (403, 429, *range(500, 600))  # the server is full, read-only or busy


def apply(client: Elasticsearch, place: Place, change: Change, refuse: Refuse) -> None:
    """Put documents in the place of all that stood under their families. Doing it twice does nothing more.

    Each carries the number of the change, and the server keeps the newest: whoever comes late changes nothing.
    """
    kept = {document.key for document in change.documents}
    gone = ({"_op_type": "delete", "_id": key} for key in sorted(change.keys - kept))
    actions = [*gone, *(put(document) for document in change.documents)]
    tell(client, place.write, numbered(actions, change.state), refuse, refresh=len(actions) <= A_FEW)
    note(client, place, place.write, change.state)


def fill(
    client: Elasticsearch, place: Place, index: str, documents: Iterable[Document], state: State, refuse: Refuse
) -> int:
    """Fill a new index."""
    written = tell(client, index, numbered(map(put, documents), state), refuse)
    note(client, place, index, state)
    return written


def note(client: Elasticsearch, place: Place, index: str, state: State) -> None:
    """Let the index say what it has taken in, after it has: a process killed in between does the batch again."""
    said = {"archive": state.archive, "sequence": state.sequence, "rules": place.rules}
    patient = client.options(ignore_status=STALE)
    patient.index(index=index, id=STATE, document=said, version=state.sequence, version_type="external_gte")


def numbered(actions: Iterable[dict[str, Any]], state: State) -> Iterator[dict[str, Any]]:
    return ({**action, "version": state.sequence, "version_type": "external_gte"} for action in actions)


def tell(
    client: Elasticsearch, index: str, actions: Iterable[dict[str, Any]], refuse: Refuse, *, refresh: bool = False
) -> int:
    """Send actions and say how many were done. What the server can never take is refused by name, the rest goes on."""
    done = 0
    sent = streaming_bulk(client, actions, index=index, chunk_size=CHUNK, raise_on_error=False, refresh=refresh)
    for is_done, answer in sent:
        ((_, said),) = answer.items()
        done += is_done
        if not is_done and said["status"] not in (STALE, GONE):
            refused(said, refuse)
    return done


def refused(said: dict[str, Any], refuse: Refuse) -> None:
    cause = said.get("error", {})
    words = f"{cause.get('type')}: {cause.get('reason')}" if isinstance(cause, dict) else str(cause)
    if said["status"] in LATER:
        raise EngineDownError(words)
    refuse(Refusal(said["_id"], words))


def put(document: Document) -> dict[str, Any]:
    return {"_op_type": "index", "_id": document.key, "_source": made(document)}


def made(document: Document) -> dict[str, Any]:
    """The fields of a document; the mapping is strict, so that an unknown one is an error."""
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
    return fields
