"""How an engine follows the entries: it knows the last change it took in, and takes in all that came after."""

import logging
import threading
from collections.abc import Iterable
from contextlib import closing
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import F, QuerySet
from django.utils import timezone

from cms.core.prepared import Prepared

from . import letters
from .audiences import INDICES
from .documents import documents, key_of
from .engines import (
    Change,
    Engine,
    EngineBusyError,
    EngineDeniedError,
    EngineDownError,
    EngineFailedError,
    State,
    elastic,
    embedded,
)
from .models import ChangeNumber, IndexReport, SearchEntry
from .querysets import SearchEntryQuerySet

BATCH = 500  # changes taken in at once
SOON = 1_000  # entries that are few enough to be indexed while a reader waits
LONGEST_LOCK = 10.0  # seconds
SKIPPED = 1_000  # numbers; each change by hand counts a document's number up by one
logger = logging.getLogger(__name__)


def engines() -> list[Engine]:
    """Every index there is; those of the server, if there is one, first."""
    return [*remote_engines(), *map(embedded.engine, INDICES)]


def remote_engines() -> list[Engine]:
    found = map(elastic.engine, INDICES)
    return [engine for engine in found if engine]


def answering(name: str) -> list[Engine]:
    """Who answers from an index: the server, and while it does not, our own engine."""
    remote = elastic.engine(name)
    return [*([remote] if remote else []), embedded.engine(name)]


def engine(name: str) -> Engine:
    """Our own engine of an index."""
    return embedded.engine(name)


def now() -> State:
    """The last change of this database."""
    number = next(iter(change_numbers()), None) or ChangeNumber.objects.get_or_create(pk=1)[0]
    return State(str(number.archive), number.last)


change_numbers = Prepared(lambda: ChangeNumber.objects.filter(pk=1))


def skipped_ahead() -> State:
    """A number above any that a server can hold, even after somebody changed documents there by hand."""
    now()
    ChangeNumber.objects.filter(pk=1).update(last=F("last") + SKIPPED)
    return now()


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
    taken, last = 0, now().sequence
    while batch := list(changes(followed).values_list("family", "sequence")[:BATCH]):
        put_right(followed, {family for family, _ in batch}, State(now().archive, batch[-1][1]))
        taken += len(batch)
    if taken:
        note_progress(followed, last)
    return taken


def note_progress(followed: Engine, sequence: int) -> None:
    """Say how far an index has come, for those who watch over search."""
    known = {"sequence": sequence, "followed_at": timezone.now()}
    IndexReport.objects.update_or_create(engine=followed.label, defaults=known)


def put_right(followed: Engine, families: set[str], state: State, also: Iterable[str] = ()) -> None:
    """Let the engine hold of these families what their entries say, and nothing else, not even under other keys."""
    entries = list(entries_for(followed).filter(family__in=families).order_by("family"))
    keys = frozenset([*(key_of(entry, by_item=followed.by_item) for entry in entries), *also])
    standing = (entry for entry in entries if not entry.is_removed)
    found = tuple(documents(standing, by_item=followed.by_item))
    with letters.kept(followed.label, keys) as refuse:
        followed.write(Change(frozenset(families), keys, found, state), refuse)


def rebuild(followed: Engine) -> int | None:
    """Build the index anew from the entries; None if somebody else is at it. Changes made meanwhile are followed."""
    last = now()
    entries: Any = entries_for(followed).standing().order_by("family", "pk").iterator(chunk_size=2000)
    # Closed at once: a cursor that a failed rebuild leaves open would be closed in somebody else's transaction.
    with closing(entries) as standing, letters.kept(followed.label) as refuse:
        written = followed.rebuild(documents(standing, by_item=followed.by_item), last, refuse)
    if written is not None:
        note_progress(followed, last.sequence)
        follow(followed)
    return written


def mend(followed: Engine) -> bool:
    """Rebuild a lost index: at once if the archive is small, else in a thread of this process. True if it is mended."""
    if entries_for(followed).standing()[: SOON + 1].count() <= SOON:
        return rebuild(followed) is not None
    threading.Thread(target=rebuild_apart, args=[followed], name=f"rebuild {followed.name}", daemon=True).start()
    return False


def mend_remote(followed: Engine, failure: EngineFailedError) -> bool:
    """Rebuild a server's lost index where no worker would. One that is down needs no building. True if it is mended."""
    if not settings.SEARCH_FOLLOWS_AT_ONCE or isinstance(failure, EngineDownError | EngineDeniedError):
        return False
    return mend(followed)


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

    Where somebody else writes, the families that lost a text since are named, to be left out of the answer.
    """
    waiting = list(changes(followed).values_list("family", "is_removed")[: SOON + 1])
    if not waiting:
        return frozenset()
    if not is_followed_by_readers(followed):
        return lost(waiting)
    if len(waiting) > SOON:
        raise EngineFailedError(f"More than {SOON} changes wait for the index {followed.name}")
    try:
        follow(followed)
    except EngineBusyError:
        if patience.is_over(followed.name, followed.state().sequence):
            raise
        return lost(waiting)
    return frozenset()


def is_followed_by_readers(followed: Engine) -> bool:
    """Our own index follows when it is asked; the server's has a worker, save where all work is done at once."""
    return not followed.is_remote or settings.SEARCH_FOLLOWS_AT_ONCE


def lost(waiting: list[tuple[str, bool]]) -> frozenset[str]:
    return frozenset(family for family, is_removed in waiting if is_removed)
