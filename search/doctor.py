"""Do the entries say what the records say, and the indices what the entries say?

An index is compared by 256 buckets of families, each with the number of its entries and the sum of their change
numbers. Only where these differ is a bucket looked into, so that a comparison costs what has changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import Count, Sum
from django.db.models.functions import Substr
from django.utils import timezone
from wagtail.models import Page

from . import following, services, worker
from .documents import BUCKET, key_of
from .engines import Engine, EngineDeniedError, EngineDownError, EngineFailedError, Tally
from .models import DeadLetter, IndexReport, SearchEntry
from .services import Difference

CHUNK = 200


@dataclass
class Drift:
    """How an index differs from the entries."""

    engine: Engine
    keys: set[str] = field(default_factory=set)  # of documents that differ
    failure: str = ""
    is_lost: bool = False  # there is no index to compare with; it can be built

    @property
    def is_none(self) -> bool:
        return not (self.keys or self.failure)


@dataclass
class Health:
    """What a look at search found."""

    records: int = 0
    changed: int = 0
    gone: int = 0
    drifts: list[Drift] = field(default_factory=list)

    @property
    def is_well(self) -> bool:
        return not (self.changed or self.gone or any(not drift.is_none for drift in self.drifts))


def examine(*, records: bool = False, mend: bool = False) -> Health:
    """Compare every index with the entries, and if asked to also the entries with the records; mend what differs."""
    health = Health()
    for numbers in chunks() if records else ():
        health.records += len(numbers)
        found = Difference.of(numbers)
        health.changed += len(found.changed)
        health.gone += len(found.gone)
        if mend:
            services.settle(numbers)
    health.drifts = [compared(engine) for engine in following.engines()]
    for drift in health.drifts:
        if mend and not drift.is_none:
            put_right(drift)
        note(drift)
    return health


def chunks() -> Iterator[list[int]]:
    """The numbers of all pages and of all that have entries, some at a time."""
    pages = Page.objects.filter(depth__gt=1).values_list("pk", flat=True)
    entries = SearchEntry.objects.standing().values_list("object_id", flat=True)
    numbers = sorted({*pages, *entries})
    return (numbers[start : start + CHUNK] for start in range(0, len(numbers), CHUNK))


def compared(engine: Engine) -> Drift:
    """What differs once the index has taken in every change."""
    drift = Drift(engine)
    try:
        worker.patiently(engine)
        drift.keys = differing(engine)
    except EngineFailedError as error:
        drift.failure = str(error)
        drift.is_lost = not isinstance(error, EngineDownError | EngineDeniedError)
    return drift


def differing(engine: Engine) -> set[str]:
    """The keys of documents that are missing, too many or of another time; those known to be refused are not."""
    ours, theirs = owed(engine), engine.tally()
    buckets = [bucket for bucket in {*ours, *theirs} if ours.get(bucket) != theirs.get(bucket)]
    found: set[str] = set()
    for bucket in buckets:
        wanted, held = marks_in(engine, bucket), engine.marks(bucket)
        found.update(key for key in {*wanted, *held} if wanted.get(key) != held.get(key))
    return found - set(DeadLetter.objects.of(engine.label).values_list("key", flat=True))


def owed(engine: Engine) -> dict[str, Tally]:
    """What each bucket should hold."""
    standing = following.entries_for(engine).standing().annotate(bucket=Substr("family", 1, BUCKET))
    rows = standing.values("bucket").annotate(entries=Count("pk"), marks=Sum("sequence")).order_by()
    return {row["bucket"]: Tally(row["entries"], row["marks"]) for row in rows}


def marks_in(engine: Engine, bucket: str) -> dict[str, int]:
    """The documents that a bucket should hold, and the mark of each."""
    found: dict[str, int] = {}
    standing = following.entries_for(engine).standing().filter(family__startswith=bucket)
    for entry in standing.only("family", "audience", "object_id", "language", "sequence"):
        key = key_of(entry, by_item=engine.by_item)
        found[key] = found.get(key, 0) + entry.sequence
    return found


def put_right(drift: Drift) -> None:
    """Write what differs anew; a lost index whole."""
    if drift.is_lost:
        following.rebuild(drift.engine)
    elif drift.keys:
        families = {key.partition("|")[0] for key in drift.keys}
        following.put_right(drift.engine, families, following.skipped_ahead(), also=drift.keys)


def note(drift: Drift) -> None:
    """Keep what was found for those who watch over search."""
    IndexReport.objects.update_or_create(
        engine=drift.engine.label, defaults={"drift": len(drift.keys), "compared_at": timezone.now()}
    )
