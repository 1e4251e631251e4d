"""What the archive says of found records to machines and in letters, looked up for all of them at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Site

from cms.moderation.models import ItemStatus

from . import names
from .hits import Hit
from .models import SearchEntry


@dataclass(frozen=True)
class Record:
    """A public record in one language, with everything that identifies and describes it."""

    title: str
    url: str
    kind: str
    language: str
    description: str
    agency: str
    day: date | None
    precision: str
    published: datetime | None
    changed: datetime | None
    number: str = ""
    rights: str = ""
    source: str = ""
    subjects: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    @property
    def dated(self) -> str:
        """The day it is about, no more exact than it is known."""
        return self.day.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]] if self.day else ""


def subjects(entry: SearchEntry) -> list[str]:
    """The words for its themes and fields, in the reader's language."""
    themes = [names.themes().get(theme, "") for theme in entry.themes]
    return [name for name in (*themes, *(names.fields().get(each, "") for each in entry.fields)) if name]


def spots(entry: SearchEntry) -> list[str]:
    """The names of its places."""
    known = names.places()
    return [known[str(place)] for place in entry.places if str(place) in known]


def records(hits: Iterable[Hit]) -> list[Record]:
    """The records behind hits that the database has confirmed, in a fixed number of questions."""
    shown = list(hits)
    numbers = [hit.entry.object_id for hit in shown]
    pages, codes, entries = pages_of(numbers), accessions(numbers), entries_of(shown)
    root = site_root()
    return [
        replace(
            made(hit, pages[hit.entry.object_id], root),
            number=codes.get(hit.entry.object_id, ""),
            subjects=subjects(entries[hit.entry.pk]),
            places=spots(entries[hit.entry.pk]),
        )
        for hit in shown
        if hit.entry.object_id in pages and hit.entry.pk in entries
    ]


def made(hit: Hit, page: dict[str, Any], root: str) -> Record:
    known = hit.entry
    return Record(
        title=known.title,
        url=root + urlsplit(hit.url).path,
        kind=known.kind,
        language=known.language,
        description=known.intro,
        agency=hit.agency,
        day=known.date,
        precision=known.date_precision,
        published=page["first_published_at"],
        changed=page["last_published_at"],
        rights=page.get("rights_line", ""),
        source=page.get("source_url", ""),
    )


def pages_of(numbers: list[int]) -> dict[int, dict[str, Any]]:
    """Days and rights of the pages, a question for each kind."""
    kinds: dict[int, list[int]] = defaultdict(list)
    for pk, kind in Page.objects.filter(pk__in=numbers).values_list("pk", "content_type_id"):
        kinds[kind].append(pk)
    return {page["pk"]: page for kind, own in kinds.items() for page in facts_of(kind, own)}


def facts_of(kind: int, numbers: list[int]) -> Iterable[dict[str, Any]]:
    model: Any = ContentType.objects.get_for_id(kind).model_class()
    known = {field.name for field in model._meta.get_fields()}
    asked = [name for name in ("rights_line", "source_url") if name in known]
    return model.objects.filter(pk__in=numbers).values("pk", "first_published_at", "last_published_at", *asked)


def accessions(numbers: list[int]) -> dict[int, str]:
    """The numbers under which the archive keeps these pages."""
    pages = ContentType.objects.get_for_model(Page)
    rows = ItemStatus.objects.filter(base_content_type=pages, object_id__in=[str(number) for number in numbers])
    return {int(pk): code or "" for pk, code in rows.values_list("object_id", "accession_number")}


def entries_of(hits: list[Hit]) -> dict[int, SearchEntry]:
    return SearchEntry.objects.only("themes", "fields", "places").in_bulk([hit.entry.pk for hit in hits])


def site_root() -> str:
    """Where the public site is, without a slash at the end; where one process shows all, at its own address."""
    if settings.FACE == "both":
        return settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    site = Site.objects.filter(is_default_site=True).first()
    return site.root_url if site else ""
