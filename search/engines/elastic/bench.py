"""The limit that filling an index is held against: the client's own helper, with documents that are at hand."""

from collections.abc import Iterable
from itertools import islice
from time import perf_counter

from elasticsearch.helpers import bulk

from ...documents import documents
from ...models import SearchEntry
from .. import Engine
from . import ElasticEngine
from .writing import CHUNK, put

MOST = 20_000


def raw_rate(engine: Engine) -> float:
    """Documents a second that the server takes when nothing has to be made."""
    if not isinstance(engine, ElasticEngine):
        raise TypeError(engine)
    entries = SearchEntry.objects.standing().filter(audience__in=engine.audiences).order_by("family", "pk")
    actions = [put(document) for document in islice(documents(entries.iterator(), by_item=engine.by_item), MOST)]
    with engine.server.told() as client:
        index = engine.place.fresh(client)
        start = perf_counter()
        bulk(client, actions, index=index, chunk_size=CHUNK)
        took = perf_counter() - start
        client.indices.delete(index=index)
    return len(actions) / took


def clear(engines: Iterable[Engine]) -> None:
    """Remove what was built for the measurement."""
    for engine in engines:
        if isinstance(engine, ElasticEngine):
            with engine.server.told() as client:
                names = [*engine.place.all(client), engine.place.claims]
                client.options(ignore_status=404).indices.delete(index=",".join(names))
