"""What is measured, against the goals of docs: pages, search, the queue, saving, memory."""

import time
from collections.abc import Iterator
from io import StringIO

from django.core.management import call_command
from django.db import transaction
from django.test import Client
from wagtail.models import Page

from cms.accounts.permissions import holders
from cms.moderation.choices import State
from cms.moderation.models import ItemStatus, public
from cms.pages.models import (
    ArticlePage,
    GalleryPage,
    HelpPage,
    HomePage,
    ImageRecordPage,
    LegalDocumentPage,
    SectionIndexPage,
)
from search import doctor, services, sources
from search.models import SearchEntry
from tests.bench import clocks
from tests.bench.machine import resident_megabytes
from tests.bench.timing import Timed, timed

KINDS = (HomePage, SectionIndexPage, ArticlePage, ImageRecordPage, GalleryPage, LegalDocumentPage, HelpPage)
MANY = 2_000
QUESTIONS = ("nha nhac", "đầm phá", "69/2021/QĐ-UBND", "salt fields", "khong co gi ca")


def all_of(rounds: int) -> Iterator[tuple[str, list[object]]]:
    """Titles and rows."""
    yield "Public pages (goal: 12 queries, 15 ms of processor)", [page(kind, rounds) for kind in KINDS]
    yield "Search page (goal: p95 50 ms)", [search(words, rounds) for words in QUESTIONS]
    yield "Queue (goal: 20 queries, p95 300 ms)", [queue(rounds)]
    yield "Memory after all these pages (goal: 350 MB resident)", [f"{resident_megabytes():.0f} MB"]
    yield "Entries for search (goal: 1,500 a second)", [built(), from_records(), from_entries()]
    yield "Reminders over 100,000 open clocks (goal: 30 s, 200 MB)", [*clocks.rounds()]
    yield "Saving a draft (its entry: goal 20 ms)", [saving(rounds), its_entry(rounds)]


def read(client: Client, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    if answer.streaming:
        b"".join(answer.streaming_content)


def page(kind: type[Page], rounds: int) -> Timed:
    found = public(kind.objects.filter(locale__language_code="vi")).order_by("-pk").first()
    client = Client()
    return timed(f"{kind.__name__} {found.url}"[:42], lambda: read(client, found.url), rounds)


def search(words: str, rounds: int) -> Timed:
    client = Client()
    return timed(f"“{words}”", lambda: read(client, f"/vi/search/?q={words}"), rounds)


def queue(rounds: int) -> Timed:
    client = Client()
    client.force_login(holders("moderate")[0], backend="cms.accounts.backends.SeatBackend")
    return timed("all waiting items", lambda: read(client, "/admin/review/?tab=all"), rounds)


def newest_records() -> list[int]:
    return list(Page.objects.filter(depth__gt=3, live=True).order_by("-pk").values_list("pk", flat=True)[:MANY])


def built() -> str:
    """Entries read out of records, by the processor."""
    numbers = newest_records()
    batches = [numbers[first : first + doctor.CHUNK] for first in range(0, len(numbers), doctor.CHUNK)]
    start = time.process_time()
    made = sum(len(sources.all_entries(batch)) for batch in batches)
    took = time.process_time() - start
    return f"built: {len(numbers) / took:,.0f} records a second, {made / took:,.0f} entries a second"


def from_records() -> str:
    """Entries of records that have none yet, by the processor: built, written with their titles, and taken back."""
    numbers = newest_records()
    with transaction.atomic():
        SearchEntry.objects.filter(object_id__in=numbers).delete()
        start = time.process_time()
        written = sum(services.settle(numbers[batch : batch + doctor.CHUNK]) for batch in range(0, MANY, doctor.CHUNK))
        took = time.process_time() - start
        transaction.set_rollback(True)
    return f"built and written: {len(numbers) / took:,.0f} records a second, {written / took:,.0f} entries a second"


def from_entries() -> str:
    """Building the whole index anew from its entries."""
    number = SearchEntry.objects.standing().count()
    start = time.process_time()
    call_command("rebuild_index", verbosity=0, stdout=StringIO())
    return f"into the index: {number / (time.process_time() - start):,.0f} entries a second"


def a_draft() -> ArticlePage:
    drafts = ItemStatus.objects.filter(state=State.DRAFT).values_list("object_id", flat=True)
    return ArticlePage.objects.filter(pk__in=[int(number) for number in drafts])[0]


def saving(rounds: int) -> Timed:
    draft = a_draft()
    return timed("save_revision of an article", lambda: draft.save_revision(user=draft.owner), rounds)


def its_entry(rounds: int) -> Timed:
    """What search adds to a save that changes the words."""
    draft = a_draft()

    def change() -> None:
        draft.title += "."
        services.drafted(draft)

    return timed("of which its entry", change, rounds)
