"""How many documents stand under each choice."""

from collections import Counter

from tantivy import Query, Searcher

from .. import Enquiry, Tally
from .asking import all_of, limits
from .schema import schema

BUCKETS = 65_536  # more than there can be
KEPT = 500  # questions whose counts are remembered, some kilobytes each
MOST = 1000  # values of one facet; tantivy's own default shows ten, not always the right ones


class Counts:
    """Counts as they were last asked of this commit: readers ask much the same, above all for everything."""

    def __init__(self) -> None:
        self.commit: object = None
        self.known: dict[str, dict[str, Counter[str]]] = {}

    def of(self, commit: object, searcher: Searcher, query: Query, enquiry: Enquiry) -> dict[str, Counter[str]]:
        """Counted once a commit and question; whoever asks gets copies."""
        if commit != self.commit or len(self.known) >= KEPT:
            self.commit, self.known = commit, {}
        asked = repr((query, limits(enquiry), sorted(enquiry.chosen.items()), enquiry.counted))
        known, counted = self.known, self.known.get(asked)
        if counted is None:
            known[asked] = counted = facet_counts(searcher, query, enquiry)
        return {facet: numbers.copy() for facet, numbers in counted.items()}


def facet_counts(searcher: Searcher, query: Query, enquiry: Enquiry) -> dict[str, Counter[str]]:
    """A facet in use is counted without its own choice, so that its other values stay open."""
    used = [facet for facet in enquiry.counted if enquiry.chosen.get(facet)]
    free = [facet for facet in enquiry.counted if facet not in used]
    counted = count(searcher, all_of([query, limits(enquiry)]), free)
    for facet in used:
        counted |= count(searcher, all_of([query, limits(enquiry, leaving_out=facet)]), [facet])
    return counted


def count(searcher: Searcher, query: Query, facets: list[str]) -> dict[str, Counter[str]]:
    if not facets:
        return {}
    asked = {facet: {"terms": {"field": facet, "size": MOST, "segment_size": MOST}} for facet in facets}
    answer = searcher.aggregate(query, asked)
    return {
        facet: Counter({bucket["key"]: bucket["doc_count"] for bucket in answer[facet]["buckets"]}) for facet in facets
    }


def tally(searcher: Searcher) -> dict[str, Tally]:
    """What each bucket of families holds."""
    sums = {"entries": {"sum": {"field": "held"}}, "marks": {"sum": {"field": "mark"}}}
    asked = {"buckets": {"terms": {"field": "bucket", "size": BUCKETS, "segment_size": BUCKETS}, "aggs": sums}}
    found = searcher.aggregate(Query.all_query(), asked)["buckets"]["buckets"]
    return {each["key"]: Tally(int(each["entries"]["value"]), int(each["marks"]["value"])) for each in found}


def marks(searcher: Searcher, bucket: str) -> dict[str, int]:
    """The keys in a bucket, and the mark of what each holds."""
    found = searcher.search(Query.term_query(schema(), "bucket", bucket), max(searcher.num_docs, 1)).hits
    held = [searcher.doc(address) for _, address in found]
    return {document["key"][0]: document["mark"][0] for document in held}
