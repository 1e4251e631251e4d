"""Do the entries say what the records say, and the indexes what the entries say?"""

from collections.abc import Iterator
from dataclasses import dataclass

from wagtail.models import Page

from . import documents as documents_for
from . import following, services
from .documents import documents
from .engines import Engine, EngineFailedError, Enquiry, Scope
from .models import SearchEntry
from .questions import Question
from .services import Difference

CHUNK = 200
EVERY_TOKEN = 5_000  # agencies an archive may have


@dataclass
class Health:
    """What a look at search found."""

    records: int = 0
    changed: int = 0
    gone: int = 0
    sick_indexes: tuple[str, ...] = ()

    @property
    def is_well(self) -> bool:
        return not (self.changed or self.gone or self.sick_indexes)


def examine(*, mend: bool = False) -> Health:
    """Compare everything; put right what differs if asked to."""
    health = Health()
    for numbers in chunks():
        health.records += len(numbers)
        found = Difference.of(numbers)
        health.changed += len(found.changed)
        health.gone += len(found.gone)
        if mend:
            services.settle(numbers)
    health.sick_indexes = tuple(index.name for index in following.engines() if not is_well(index))
    if mend:
        for index in following.engines():
            if index.name in health.sick_indexes:
                following.rebuild(index)
    return health


def chunks() -> Iterator[list[int]]:
    """The numbers of all pages and of all that have entries, some at a time."""
    pages = Page.objects.filter(depth__gt=1).values_list("pk", flat=True)
    entries = SearchEntry.objects.standing().values_list("object_id", flat=True)
    numbers = sorted({*pages, *entries})
    return (numbers[start : start + CHUNK] for start in range(0, len(numbers), CHUNK))


def is_well(index: Engine) -> bool:
    """Does the index hold as many documents as the entries make, once it has taken in every change?"""
    try:
        following.follow(index)
        return held(index) == owed(index)
    except EngineFailedError:
        return False


def owed(index: Engine) -> int:
    standing = following.entries_for(index).standing().defer("body", "intro").order_by("family", "pk")
    return sum(1 for _document in documents(standing.iterator(chunk_size=2000), by_item=index.by_item))


def held(index: Engine) -> int:
    agencies = SearchEntry.objects.standing().values_list("agency_id", flat=True).distinct()[:EVERY_TOKEN]
    everything = Scope((documents_for.EVERYBODY, *map(documents_for.agency_token, agencies)))
    return index.search(Enquiry(Question(), everything, "vi")).total
