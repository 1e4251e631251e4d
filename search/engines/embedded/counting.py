"""How many documents stand under each choice."""

from collections import Counter

from tantivy import Query, Searcher

from .. import Enquiry
from .asking import all_of, limits

MOST = 1000  # values of one facet; tantivy's own default shows ten, not always the right ones


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
