"""tantivy, an index inside our own process: the default engine, and the one that answers when a server does not."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import tantivy
from django.conf import settings

from ...audiences import BY_ITEM, INDICES
from ...documents import Document
from .. import MAX_HITS, NEWEST, RELEVANCE, Answer, Change, EngineFailedError, Enquiry, Refuse, State, Tally
from .asking import all_of, limits, matching, ranked
from .counting import Counts, marks, tally
from .folder import Folder
from .guard import guarded
from .reading import Reader
from .schema import schema
from .writing import LARGE, STATE, put, writing


class EmbeddedEngine:
    """One tantivy index on this machine's disk."""

    is_remote = False

    def __init__(self, root: Path, name: str) -> None:
        self.name, self.audiences = name, INDICES[name]
        self.by_item = name in BY_ITEM
        self.folder = Folder(root, name)
        self.reader = Reader(self.folder)
        self.counts = Counts()

    @property
    def label(self) -> str:
        return f"embedded {self.name}"

    def search(self, enquiry: Enquiry) -> Answer:
        with guarded():
            searcher = self.reader.searcher()
            query = matching(enquiry.question, searcher)
            keys, total = self.page(searcher, query, enquiry)
            return Answer(keys, total, self.counts.of(self.reader.seen, searcher, query, enquiry))

    def page(self, searcher: Any, query: tantivy.Query, enquiry: Enquiry) -> tuple[list[str], int]:
        """The keys on a page, and the total. tantivy reserves room for each hit passed over, so far pages are empty."""
        found = ranked(all_of([query, limits(enquiry)]), enquiry.language)
        start = (max(enquiry.page, 1) - 1) * enquiry.size
        if start + enquiry.size > MAX_HITS:
            return [], searcher.search(found, 1).count
        answer = searcher.search(found, enquiry.size, offset=start, **ordering(enquiry.order))
        return [searcher.doc(address)["key"][0] for _, address in answer.hits], answer.count

    def state(self) -> State:
        with guarded():
            searcher = self.reader.searcher()
            found = searcher.search(tantivy.Query.term_query(schema(), "key", STATE), 1).hits
            if not found:
                raise EngineFailedError("The index does not say what it was built from")
            document = searcher.doc(found[0][1])
            return State(document["archive"][0], document["sequence"][0])

    def write(self, change: Change, refuse: Refuse) -> None:
        with guarded(), writing(self.folder.place()) as writer:
            put(writer, change.families, change.documents, change.state)

    def rebuild(self, documents: Iterable[Document], state: State, refuse: Refuse) -> int | None:
        with guarded(), self.folder.claimed() as is_ours:
            if not is_ours:
                return None
            new = self.folder.fresh()
            with writing(new, LARGE) as writer:
                written = put(writer, (), documents, state)
            self.folder.change_over(new)
            self.folder.sweep()
            return written

    def tally(self) -> dict[str, Tally]:
        with guarded():
            return tally(self.reader.searcher())

    def marks(self, bucket: str) -> dict[str, int]:
        with guarded():
            return marks(self.reader.searcher(), bucket)


def ordering(order: str) -> dict[str, object]:
    if order == RELEVANCE:
        return {}
    return {"order_by_field": "day", "order": tantivy.Order.Desc if order == NEWEST else tantivy.Order.Asc}


@cache
def at(root: Path, name: str) -> EmbeddedEngine:
    """The engine of a place; one a process, because it keeps files open."""
    return EmbeddedEngine(root, name)


def engine(name: str) -> EmbeddedEngine:
    return at(Path(settings.VAR_ROOT) / "search", name)
