"""Titles straight from the entries, while no engine answers. It needs nothing but the database."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from cms.moderation.choices import HANDED_IN

from ..documents import EVERYBODY, JUDGES, Document, documents
from ..models import Audience, SearchEntry
from ..questions import Term
from . import NEWEST, OLDEST, Answer, Engine, Enquiry

MOST = 1_000  # entries looked at; past that the counts are those of the newest


def search(enquiry: Enquiry, engine: Engine) -> Answer:
    """Documents whose title holds every word, without accents; facets counted among them."""
    standing = SearchEntry.objects.standing().filter(titled(enquiry), within(enquiry), audience__in=engine.audiences)
    families = [family for (family,) in latest(standing).values_list("family")[:MOST]]
    rows = SearchEntry.objects.standing().filter(within(enquiry), audience__in=engine.audiences, family__in=families)
    found = list(documents(rows.defer("body").order_by("family"), by_item=engine.by_item))
    chosen = in_order([document for document in found if suits(document, enquiry)], enquiry)
    start = (max(enquiry.page, 1) - 1) * enquiry.size
    keys = [document.key for document in chosen[start : start + enquiry.size]]
    return Answer(keys, len(chosen), counts(found, enquiry))


def latest(entries: QuerySet[SearchEntry]) -> QuerySet[SearchEntry]:
    return entries.order_by("-date", "-pk")


def titled(enquiry: Enquiry) -> Q:
    """Each group of words in the title, or the number."""
    words = Q()
    for group in enquiry.question.wanted:
        words &= any_title(group)
    for term in enquiry.question.unwanted:
        words &= ~any_title((term,))
    for number in enquiry.question.numbers:
        words |= Q(number__icontains=number)
    return words


def any_title(group: Iterable) -> Q:
    found = Q()
    for term in group:
        found |= one_title(term)
    return found


def one_title(term: Term) -> Q:
    """A title that holds the words: side by side, if they are a phrase. Of facets, titles know only the agency."""
    if term.facet:
        return Q(agency_id__in=term.values) if term.facet == "agency" else Q(pk=None)
    words = [word.folded for word in term.words]
    found = Q()
    for piece in [" ".join(words)] if term.is_phrase else words:
        found &= Q(title_folded__contains=piece)
    return found


def within(enquiry: Enquiry) -> Q:
    """The same scope as in an engine, in the database's words."""
    scope = enquiry.scope
    allowed = Q(audience=Audience.PUBLIC) if EVERYBODY in scope.tokens else Q(pk=None)
    owners = [token.partition(":")[2] for token in scope.tokens if token.startswith("agency:")]
    allowed |= Q(audience=Audience.STAFF, agency_id__in=owners)
    if JUDGES in scope.tokens:
        allowed |= Q(audience=Audience.STAFF, state__in=HANDED_IN)
    if scope.public_except is not None:
        allowed |= Q(audience=Audience.PUBLIC) & ~Q(agency_id__in=scope.public_except)
    return allowed & ~Q(family__in=enquiry.without)


def suits(document: Document, enquiry: Enquiry, leaving_out: str = "") -> bool:
    if enquiry.only is not None and document.family not in enquiry.only:
        return False
    facets = document.facets
    chosen = {name: values for name, values in enquiry.chosen.items() if values and name != leaving_out}
    return (
        document.key not in enquiry.without
        and is_of_these_days(document, enquiry)
        and all(set(facets[name]).intersection(values) for name, values in chosen.items())
    )


def is_of_these_days(document: Document, enquiry: Enquiry) -> bool:
    if not (enquiry.first_day or enquiry.last_day):
        return True
    return max(enquiry.first_day, 1) <= document.day <= (enquiry.last_day or document.day)


def in_order(found: list[Document], enquiry: Enquiry) -> list[Document]:
    if enquiry.order in (NEWEST, OLDEST):
        return sorted(found, key=lambda document: document.day, reverse=enquiry.order == NEWEST)
    return sorted(found, key=lambda document: (enquiry.language in document.facets["language"], document.day))[::-1]


def counts(found: list[Document], enquiry: Enquiry) -> dict[str, Counter[str]]:
    """How many documents stand under each value, each facet counted without its own choice."""
    counted: dict[str, Counter[str]] = {}
    for document in found:
        for facet in enquiry.counted:
            values = document.facets[facet]
            counted.setdefault(facet, Counter()).update(values if suits(document, enquiry, facet) else [])
    return counted
