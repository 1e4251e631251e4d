"""What changes entries: each service in the transaction of its caller, so that no record changes without its entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, transaction
from wagtail.models import Page

from cms.moderation.choices import HIDDEN, WAITING
from cms.moderation.models import ItemStatus

from . import sources, tasks, titles
from .models import Audience, ChangeNumber, SearchEntry
from .querysets import SearchEntryQuerySet

KEY = ("audience", "content_type_id", "object_id", "language")
BARE = {"title": "", "title_folded": "", "intro": "", "body": "", "keywords": "", "is_removed": True}
COPIED = [field.attname for field in SearchEntry._meta.concrete_fields if field.attname not in ("id", "sequence")]


@transaction.atomic
def keep(entries: Iterable[SearchEntry]) -> int:
    """Write entries over those that stand in their places, and say how many said something new."""
    return write(news(entries))


def news(entries: Iterable[SearchEntry]) -> list[SearchEntry]:
    """Those that differ from what stands in their places; they take these places over."""
    wanted = list(entries)
    standing = {key_of(entry): entry for entry in SearchEntry.objects.filter(object_id__in=numbers_in(wanted))}
    return [entry for entry in wanted if differs(entry, standing.get(key_of(entry)))]


def key_of(entry: SearchEntry) -> tuple[Any, ...]:
    return tuple(getattr(entry, name) for name in KEY)


def numbers_in(entries: Iterable[SearchEntry]) -> set[int]:
    return {entry.object_id for entry in entries}


def differs(entry: SearchEntry, standing: SearchEntry | None) -> bool:
    entry.pk = standing.pk if standing else None
    return standing is None or any(getattr(entry, name) != getattr(standing, name) for name in COPIED)


def write(changed: list[SearchEntry]) -> int:
    if not changed:
        return 0
    number(changed)
    SearchEntry.objects.bulk_create([entry for entry in changed if not entry.pk])
    known, over = [entry for entry in changed if entry.pk], [*COPIED, "sequence"]
    SearchEntry.objects.bulk_create(known, update_conflicts=True, unique_fields=["id"], update_fields=over)
    titles.keep(entry for entry in changed if entry.audience == Audience.PUBLIC)
    announce()
    return len(changed)


@transaction.atomic
def remove(entries: Iterable[SearchEntry]) -> int:
    """Take entries out of every engine. A mark without words stays, so that engines see the removal."""
    gone = list(entries)
    if gone:
        number(gone)
        for entry in gone:
            SearchEntry.objects.filter(pk=entry.pk).update(**BARE, sequence=entry.sequence)
        titles.forget(gone)
        announce()
    return len(gone)


def forget(record: Any, audience: Audience | None = None) -> int:
    """Remove a record's entries: those of one audience, or all."""
    entries = SearchEntry.objects.of(record).standing()
    return remove(entries.filter(audience=audience) if audience else entries)


@transaction.atomic
def published(page: Page) -> int:
    """Let everybody find what a decision has just made public; its number and day are new to the staff as well."""
    entries = sources.public_entries([page])
    shown = keep(entries) if entries else forget(page, Audience.PUBLIC)
    return shown + drafted(page.get_latest_revision_as_object())


def drafted(draft: Page) -> int:
    """Let those who work on a page find its latest draft, in the place of the one before."""
    entry = sources.staff_entry(draft)
    return keep([entry]) if entry else forget(draft, Audience.STAFF)


def moved_on(status: ItemStatus) -> int:
    """Let an item be found by those who may see it in its new state."""
    number = int(status.object_id)
    entries = SearchEntry.objects.filter(audience=Audience.STAFF, object_id=number)
    known = entries.standing().values_list("state", "number", "due_on").first()
    due_on = status.due_on if status.state in WAITING else None
    if status.state in HIDDEN:
        return remove(entries.standing())
    if known is None or (status.accession_number or "") not in known[1]:
        return settle([number])
    is_news = (known[0], known[2]) != (status.state, due_on)
    return restate(entries.standing(), status.state, due_on) if is_news else 0


@transaction.atomic
def restate(entries: SearchEntryQuerySet, state: str, due_on: date | None) -> int:
    """Say in which state an item is now, and until when somebody must act; its words are as they were."""
    changed = list(entries.only("pk"))
    number(changed)
    for entry in changed:
        entries.filter(pk=entry.pk).update(state=state, due_on=due_on, sequence=entry.sequence)
    announce()
    return len(changed)


@dataclass(frozen=True)
class Difference:
    """What the entries of some pages would have to say otherwise, and which of them should not be there."""

    changed: list[SearchEntry]
    gone: list[SearchEntry]

    @classmethod
    def of(cls, numbers: Iterable[int]) -> Difference:
        """Compare the entries of these pages with the pages."""
        numbers = list(numbers)
        wanted = sources.all_entries(numbers)
        kept = {(entry.audience, entry.object_id) for entry in wanted}
        standing = SearchEntry.objects.standing().filter(object_id__in=numbers)
        gone = [entry for entry in standing if (entry.audience, entry.object_id) not in kept]
        return cls(news(wanted), gone)


@transaction.atomic
def settle(numbers: Iterable[int]) -> int:
    """Let the entries of these pages say what the database says now."""
    found = Difference.of(numbers)
    return write(found.changed) + remove(found.gone)


def number(entries: list[SearchEntry]) -> None:
    """Give each change its number. The row stays locked until the transaction ends, so numbers follow commits."""
    last = counted(len(entries))
    for sequence, entry in enumerate(entries, last - len(entries) + 1):
        entry.sequence = sequence


def counted(more: int) -> int:
    """The last number after so many more; asked and answered at once, which Django's own update cannot do."""
    sql = "UPDATE search_changenumber SET last = last + %s WHERE id = 1 RETURNING last"
    with connection.cursor() as cursor:
        cursor.execute(sql, [more])
        if row := cursor.fetchone():
            return row[0]
    ChangeNumber.objects.get_or_create(pk=1)
    return counted(more)


def announce() -> None:
    """After the commit a worker lets the engines follow, once a transaction. Nobody waits, and no failure is heard."""
    if not any(call[1] is tasks.follow_soon for call in connection.run_on_commit):
        transaction.on_commit(tasks.follow_soon, robust=True)
