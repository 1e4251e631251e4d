"""What was published of late and answers a search: for feeds, and for letters to those who follow one."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.models import Page

from cms.moderation.models import public

from . import queries
from .engines import NEWEST
from .readers import Visitor
from .records import Record, records
from .wishes import Wish

CANDIDATES = 1_000  # publications looked through at most


def answering(wish: Wish, number: int) -> list[Record]:
    """The latest publications that answer; where they are few, what is newest by its own day stands after them."""
    latest = among(wish, latest_families(), number)
    if len(latest) >= number:
        return latest
    older = records(queries.search(asking(wish, number), Visitor()).hits)
    known = {record.url for record in latest}
    return [*latest, *(record for record in older if record.url not in known)][:number]


def since(wish: Wish, start: datetime, end: datetime, number: int) -> list[Record]:
    """What was first published after one moment and up to another, and answers."""
    found = among(wish, families_between(start, end), CANDIDATES)
    return [record for record in found if record.published and start < record.published <= end][:number]


def among(wish: Wish, families: list[str], number: int) -> list[Record]:
    """Those of these families that answer, the latest publication first."""
    if not families:
        return []
    found = records(queries.search(asking(wish, CANDIDATES, frozenset(families)), Visitor()).hits)
    return sorted(found, key=published, reverse=True)[:number]


def asking(wish: Wish, size: int, only: frozenset[str] | None = None) -> Wish:
    return replace(wish, order=NEWEST, page=1, size=size, facets=(), only=only)


def published(record: Record) -> datetime:
    return record.published or timezone.now() - timedelta(days=36_500)


def latest_families() -> list[str]:
    return families(Page.objects.exclude(first_published_at=None))


def families_between(start: datetime, end: datetime) -> list[str]:
    return families(Page.objects.filter(first_published_at__gt=start, first_published_at__lte=end))


def families(pages: object) -> list[str]:
    latest = public(pages).order_by("-first_published_at", "-pk").values_list("translation_key", flat=True)
    return list(dict.fromkeys(str(key) for key in latest[:CANDIDATES]))
