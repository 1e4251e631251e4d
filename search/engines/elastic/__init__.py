"""Elasticsearch, the engine of a province's own servers: it answers what the embedded engine answers."""

from collections.abc import Iterable
from functools import cache

from elasticsearch import NotFoundError

from ...audiences import BY_ITEM, INDICES
from ...documents import Document
from .. import MAX_HITS, Answer, Change, EngineFailedError, Enquiry, Refuse, State, Tally
from . import counting, places, writing
from .asking import request
from .server import Server, configured

SEARCH_TIME = 0.8  # seconds; the embedded engine needs the rest of the first second


class ElasticEngine:
    """One index of a server, behind an alias to read it and one to write it."""

    is_remote = True

    def __init__(self, server: Server, name: str) -> None:
        self.server, self.name, self.audiences = server, name, INDICES[name]
        self.by_item = name in BY_ITEM
        self.place = places.Place(server, name)

    @property
    def label(self) -> str:
        return f"elasticsearch {self.name}"

    def search(self, enquiry: Enquiry) -> Answer:
        start = (max(enquiry.page, 1) - 1) * enquiry.size
        is_far = start + enquiry.size > MAX_HITS
        asked = request(enquiry, start=0 if is_far else start, size=0 if is_far else enquiry.size)
        with self.server.asked(SEARCH_TIME) as client:
            found = asked.using(client).index(self.place.read).execute()
        keys = [hit["_id"] for hit in found.to_dict()["hits"]["hits"]]
        return Answer(keys, found.hits.total.value, counting.counts(found))

    def state(self) -> State:
        with self.server.asked(SEARCH_TIME) as client:
            try:
                said = client.get(index=self.place.read, id=writing.STATE)["_source"]
            except NotFoundError as error:
                raise EngineFailedError(
                    f"There is no index {self.place.read}, or it says not what it was built from"
                ) from error
        if said["rules"] != self.place.rules:
            raise EngineFailedError(f"The index {self.place.read} was built with other rules")
        return State(said["archive"], said["sequence"])

    def write(self, change: Change, refuse: Refuse) -> None:
        with self.server.told() as client:
            writing.apply(client, self.place, change, refuse)

    def rebuild(self, documents: Iterable[Document], state: State, refuse: Refuse) -> int | None:
        with self.server.told() as client, self.place.claimed(client) as is_ours:
            if not is_ours:
                return None
            new = self.place.fresh(client)
            written = writing.fill(client, self.place, new, documents, state, refuse)
            self.place.change_over(client, new)
            return written

    def tally(self) -> dict[str, Tally]:
        with self.server.told() as client:
            return counting.tally(client, self.place.read)

    def marks(self, bucket: str) -> dict[str, int]:
        with self.server.told() as client:
            return counting.marks(client, self.place.read, bucket)


@cache
def at(server: Server, name: str) -> ElasticEngine:
    return ElasticEngine(server, name)


def engine(name: str) -> ElasticEngine | None:
    """The engine of an index on the server that the operator named; None without one."""
    server = configured()
    return at(server, name) if server else None
