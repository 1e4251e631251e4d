"""Which records are searchable, and how each becomes an entry.

What is taken from a record is a list of what may be shown: notes among editors, contacts and files are not on it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from cms.moderation.choices import HIDDEN, State
from cms.moderation.models import moderated_models, public
from cms.pages.choices import HelpAudience
from cms.pages.models import ImageRecordPage

from . import pictures
from .facts import Facts, gathered
from .models import Audience, SearchEntry
from .text import clean, fold

NAMES = ("people", "event", "place_text", "author_text")
DATES = ("released_on", "said_on", "issued_on", "activity_date", "first_published_at")
LONGEST_TITLE = 600
NUMBERS_APART = " | "


@cache
def searchable_models() -> tuple[type[Page], ...]:
    """Every kind of page that has words to be found by."""
    return tuple(model for model in moderated_models() if issubclass(model, Page) and hasattr(model, "search_title"))


def is_searchable(record: Any) -> bool:
    """A page with words of its own; the front page is what one searches from, and an alias is nobody's text."""
    return isinstance(record, searchable_models()) and record.kind != "home" and record.alias_of_id is None


def is_for_everybody(page: Any) -> bool:
    """Guidance for staff is no answer to a visitor, though its address is open."""
    return getattr(page, "help_audience", HelpAudience.EVERYBODY) == HelpAudience.EVERYBODY


def public_entries(pages: Iterable[Page]) -> list[SearchEntry]:
    """What everybody may find of these pages: those that stand public now."""
    wanted = {page.pk: page for page in pages if is_searchable(page)}
    return [entry(wanted[pk], Audience.PUBLIC, Facts.of(wanted[pk])) for pk in sorted(standing(wanted.values()))]


def standing(pages: Iterable[Page]) -> set[int]:
    """Which of these pages stand public now, for everybody to find."""
    wanted = [page.pk for page in pages if is_for_everybody(page)]
    return set(public(Page.objects.filter(pk__in=wanted)).values_list("pk", flat=True))


def staff_entry(draft: Page) -> SearchEntry | None:
    """What those who work on a page may find of its latest draft. What is being screened is nobody's to find."""
    if not is_searchable(draft):
        return None
    facts = Facts.of(draft)
    return entry(draft, Audience.STAFF, facts) if facts.state not in HIDDEN else None


def all_entries(numbers: Iterable[int]) -> list[SearchEntry]:
    """Everything that should be found of these pages, by everybody and by those who work on them."""
    pages = [page for page in pages_of(list(numbers)) if is_searchable(page)]
    facts, shown = gathered(pages), standing(pages)
    return [each for page in pages for each in entries_of(page, facts[page.pk], is_public=page.pk in shown)]


def pages_of(numbers: list[int]) -> Iterator[Page]:
    """These pages, each read once as the kind that it is."""
    for model in searchable_models():
        yield from model._default_manager.filter(pk__in=numbers)


def entries_of(page: Page, facts: Facts, *, is_public: bool) -> Iterator[SearchEntry]:
    """The entries of one page. Where no draft is newer than the page, its words are read once for both audiences."""
    is_latest = page.latest_revision_id in (None, page.live_revision_id)
    said = words(page, facts) if is_public or is_latest else {}
    if is_public:
        yield SearchEntry(audience=Audience.PUBLIC, **said)
    if not is_latest:
        yield from filter(None, [staff_entry(page.get_latest_revision_as_object())])
    elif facts.state not in HIDDEN:
        yield SearchEntry(audience=Audience.STAFF, **said, **of_the_work(page, facts))


def entry(page: Any, audience: Audience, facts: Facts) -> SearchEntry:
    """The words of a page for one audience; not saved."""
    work = of_the_work(page, facts) if audience == Audience.STAFF else {}
    return SearchEntry(audience=audience, **words(page, facts), **work)


def words(page: Any, facts: Facts) -> dict[str, Any]:
    """What an entry says of a page, whoever may find it."""
    title = clean(page.search_title)[:LONGEST_TITLE]
    return {
        "content_type_id": page.content_type_id or ContentType.objects.get_for_model(page).pk,
        "object_id": page.pk,
        "language": facts.language,
        "family": str(uuid.UUID(str(page.translation_key))),
        "kind": page.kind,
        "title": title,
        "title_folded": fold(title),
        "intro": clean(page.search_intro or ""),
        "body": clean(page.search_body or ""),
        "keywords": keywords(page, facts),
        "number": numbers_of(page, facts)[:255],
        "agency_id": page.source_agency_id,
        "themes": facts.themes,
        "fields": facts.fields,
        "date": day_of(page),
        "date_precision": precision_of(page),
        "year": page.year,
        "places": facts.units,
        "orientation": pictures.orientation(*facts.picture),
        "size": pictures.size(*facts.picture),
        "picture_id": picture_of(page),
        "validity": getattr(page, "validity", "") or "",
    }


def of_the_work(page: Any, facts: Facts) -> dict[str, Any]:
    """What only those who work on a page are told. What was handed in lacks nothing, so it is not looked through."""
    is_written = facts.state in (State.DRAFT, State.RETURNED)
    lacks = dict.fromkeys(missing.field for missing in page.missing()) if is_written else ()
    return {"state": facts.state, "due_on": facts.due_on, "lacks": list(lacks)}


def keywords(page: Any, facts: Facts) -> str:
    """Names by which people look for a record: who and where it shows, what it was part of."""
    said = [getattr(page, name, "") or "" for name in NAMES]
    return clean("\n".join(filter(None, [*said, *facts.places])))


def numbers_of(page: Any, facts: Facts) -> str:
    """The number of a document, and the one under which the archive keeps it."""
    return NUMBERS_APART.join(filter(None, [clean(getattr(page, "number", "") or ""), facts.number]))


def picture_of(page: Any) -> int | None:
    """The picture that stands for a page; for a gallery the first of its pictures that the public may see."""
    if own := getattr(page, "cover_id", None) or getattr(page, "image_id", None):
        return own
    records = [item.record_id for item in page.items.all()] if hasattr(page, "items") else []
    if not records:
        return None
    images = dict(ImageRecordPage.objects.public().filter(pk__in=records).values_list("pk", "image_id"))
    return next((images[record] for record in records if record in images), None)


def day_of(page: Any) -> date | None:
    """The day a record is about, or the day it was published."""
    found = next((getattr(page, name, None) for name in DATES if getattr(page, name, None)), None)
    return timezone.localdate(found) if isinstance(found, datetime) else found


def precision_of(page: Any) -> str:
    """How exactly that day is known: of an activity perhaps only the year."""
    return page.activity_precision if day_of(page) == page.activity_date and page.activity_date else "day"
