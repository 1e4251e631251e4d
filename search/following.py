"""How an engine follows the entries: it knows the last change it took in, and takes in all that came after."""

import logging
import threading
from time import monotonic

from django.db import connection
from django.db.models import QuerySet

from .documents import documents
from .engines import Engine, EngineBusyError, EngineFailedError, State, embedded
from .models import ChangeNumber, SearchEntry
from .querysets import SearchEntryQuerySet

BATCH = 500  # changes taken in at once
SOON = 1_000  # entries that are few enough to be indexed while a reader waits
LONGEST_LOCK = 10.0  # seconds
logger = logging.getLogger(__name__)


def engines() -> list[Engine]:
    """Every index there is."""
    return [engine(name) for name in embedded.AUDIENCES]


def engine(name: str) -> Engine:
    return embedded.engine(name)


def now() -> State:
    """The last change of this database."""
    number, _ = ChangeNumber.objects.get_or_create(pk=1)
    return State(str(number.archive), number.last)


def entries_for(followed: Engine) -> SearchEntryQuerySet:
    return SearchEntry.objects.filter(audience__in=followed.audiences)


def changes(followed: Engine) -> QuerySet[SearchEntry]:
    """What the engine has not taken in; EngineFailedError if its index belongs to another database or another time."""
    held, last = followed.state(), now()
    if held.archive != last.archive or held.sequence > last.sequence:
        raise EngineFailedError("The index was built from another database")
    if held.sequence == last.sequence:
        return SearchEntry.objects.none()
    return entries_for(followed).since(held.sequence)


def follow(followed: Engine) -> int:
    """Take in every change, a batch at a time, and say how many there were."""
    taken = 0
    while batch := list(changes(followed).values_list("family", "sequence")[:BATCH]):
        families = {family for family, _ in batch}
        standing = entries_for(followed).standing().filter(family__in=families).order_by("family")
        followed.write(families, documents(standing, by_item=followed.by_item), State(now().archive, batch[-1][1]))
        taken += len(batch)
    return taken


def rebuild(followed: Engine) -> int | None:
    """Build the index anew from the entries; None if somebody else is at it. Changes made meanwhile are followed."""
    last = now()
    standing = entries_for(followed).standing().order_by("family", "pk")
    written = followed.rebuild(documents(standing.iterator(chunk_size=2000), by_item=followed.by_item), last)
    if written is not None:
        follow(followed)
    return written


def mend(followed: Engine) -> bool:
    """Rebuild a lost index: at once if the archive is small, else in a thread of this process. True if it is mended."""
    if entries_for(followed).standing()[: SOON + 1].count() <= SOON:
        return rebuild(followed) is not None
    threading.Thread(target=rebuild_apart, args=[followed], name=f"rebuild {followed.name}", daemon=True).start()
    return False


def rebuild_apart(followed: Engine) -> None:
    try:
        rebuild(followed)
    except Exception:
        logger.exception("The index %s could not be rebuilt", followed.name)
    finally:
        connection.close()


class Patience:
    """How long an index has been kept locked with nothing new in it."""

    def __init__(self) -> None:
        self.waiting: dict[str, tuple[int, float]] = {}

    def is_over(self, name: str, sequence: int) -> bool:
        """Has the lock been held for so long that the index is better built anew beside it?"""
        known, since = self.waiting.get(name, (-1, 0.0))
        if known != sequence:
            self.waiting[name] = (sequence, monotonic())
            return False
        return monotonic() - since > LONGEST_LOCK


patience = Patience()


def made_ready(followed: Engine) -> frozenset[str]:
    """Let the engine take in what changed just now, so that a reader finds it.

    Where somebody else is writing, the families that lost a text since are named, to be left out of the answer.
    """
    waiting = list(changes(followed).values_list("family", "is_removed")[: SOON + 1])
    if len(waiting) > SOON:
        raise EngineFailedError(f"More than {SOON} changes wait for the index {followed.name}")
    try:
        if waiting:
            follow(followed)
    except EngineBusyError:
        if patience.is_over(followed.name, followed.state().sequence):
            raise
        return frozenset(family for family, is_removed in waiting if is_removed)
    return frozenset()
