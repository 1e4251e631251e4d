"""How many documents stand under each choice, and under each bucket by which an index is compared with the entries."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch_dsl import A, Q, Search
from elasticsearch_dsl.query import Query

from .. import Tally

MOST = 1_000  # values of one facet
BUCKETS = 65_536  # more than there can be
PAGE = 10_000


def count(aggs: Any, facets: Iterable[str], chosen: dict[str, Query]) -> None:
    """Count facets; one in use without its own choice, so that its other values stay open."""
    for facet in facets:
        others = [query for name, query in chosen.items() if name != facet]
        aggs.bucket(facet, "filter", Q("bool", filter=others)).bucket("values", A("terms", field=facet, size=MOST))


def counts(found: Any) -> dict[str, Counter[str]]:
    said = found.to_dict().get("aggregations", {})  # nothing is said where nothing was to be counted
    return {
        facet: Counter({bucket["key"]: bucket["doc_count"] for bucket in counted["values"]["buckets"]})
        for facet, counted in said.items()
    }


def tally(client: Elasticsearch, index: str) -> dict[str, Tally]:
    """What each bucket holds, once all that was told can be seen."""
    client.indices.refresh(index=index)
    asked = Search(using=client, index=index).extra(size=0)
    buckets = asked.aggs.bucket("buckets", A("terms", field="bucket", size=BUCKETS))
    buckets.metric("entries", A("sum", field="held")).metric("marks", A("sum", field="mark"))
    said = asked.execute().to_dict()["aggregations"]["buckets"]["buckets"]
    return {each["key"]: Tally(int(each["entries"]["value"]), int(each["marks"]["value"])) for each in said}


def marks(client: Elasticsearch, index: str, bucket: str) -> dict[str, int]:
    """The keys in a bucket, and the mark of what each holds."""
    asked = Search(using=client, index=index).filter("term", bucket=bucket).source(["mark"]).params(size=PAGE)
    return {hit.meta.id: hit.mark for hit in asked.scan()}
