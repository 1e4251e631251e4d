"""Translations older than their Vietnamese source: since when, and what the source says since."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from . import differences
from .models import Decision, public


class Publication(NamedTuple):
    """One text of a source: when it was written, since when it is public, and the mark of its words."""

    written: datetime.datetime
    published: datetime.datetime
    words: str


def outdated_translations(keys: Any = None) -> dict[tuple[Any, str], datetime.date]:
    """By translation key and language: the day since which the source says something newer. Three queries."""
    taken = with_writing(Translation.objects.filter(enabled=True))
    if keys is not None:
        taken = taken.filter(source__object_id__in=keys)
    parts = ("source__object_id", "target_locale__language_code", "source__last_updated_at", "written")
    rows = [(key, code, taken_at(read, written)) for key, code, read, written in taken.values_list(*parts)]
    sources = published_sources({row[0] for row in rows})
    later = [(key, code, made) for key, code, made in rows if key in sources and sources[key].published > made]
    known = publications({sources[key].pk for key, code, made in later})
    found = {(key, code): newer_since(known[sources[key].pk], made) for key, code, made in later}
    return {name: timezone.localdate(moment) for name, moment in found.items() if moment}


class Source(NamedTuple):
    """A public Vietnamese page, and when it was last published."""

    pk: int
    published: datetime.datetime


def with_writing(translations: QuerySet) -> QuerySet:
    """Each with the moment at which the text that readers have in its language was written."""
    family = Page.objects.filter(translation_key=OuterRef("source__object_id"), locale=OuterRef("target_locale"))
    return translations.annotate(written=Subquery(family.filter(live=True).values("live_revision__created_at")[:1]))


def taken_at(read: datetime.datetime, written: datetime.datetime | None) -> datetime.datetime:
    """When a translation was taken from its source: reading the source anew changes no word that readers have."""
    return min(read, written) if written else read


def published_sources(keys: Any) -> dict[Any, Source]:
    """The public Vietnamese text of each key."""
    pages = Page.objects.filter(translation_key__in=keys, locale=Locale.get_default(), last_published_at__isnull=False)
    return {key: Source(*row) for key, *row in public(pages).values_list("translation_key", "pk", "last_published_at")}


def publications(pages: Any) -> dict[int, list[Publication]]:
    """What was published of each of these pages, in the order in which readers had it. One query."""
    found: dict[int, list[Publication]] = defaultdict(list)
    if not pages:
        return found
    made = Decision.objects.filter(
        revision__base_content_type=ContentType.objects.get_for_model(Page),
        revision__object_id__in=[str(page) for page in pages],
        published_at__isnull=False,
    )
    parts = ("revision__object_id", "revision__created_at", "published_at", "words")
    for page, *row in made.order_by("published_at", "pk").values_list(*parts):
        found[int(page)].append(Publication(*row))
    return found


def newer_since(known: list[Publication], made: datetime.datetime) -> datetime.datetime | None:
    """When the source began to say something else than what was translated at a moment; None while it says the same."""
    began, base = None, words_at(known, made)
    for each in known:
        if each.published > made:
            is_same = bool(each.words) and each.words == base
            began = None if is_same else began or each.published
    return began


def words_at(known: list[Publication], made: datetime.datetime) -> str:
    """The mark of what was there to be translated: the public text, else the first one if it had been written."""
    public_then = [each for each in known if each.published <= made]
    written_then = [each for each in known[:1] if each.written <= made]
    return next((each.words for each in public_then[-1:] or written_then), "")


def changed_since(item: Any) -> list[differences.Row] | None:
    """What the public source says otherwise than when this translation was taken from it; None: it follows."""
    if (item.translation_key, item.locale.language_code) not in outdated_translations({item.translation_key}):
        return None
    known = Translation.objects.filter(source__object_id=item.translation_key, target_locale=item.locale_id)
    translation = with_writing(known.filter(enabled=True)).select_related("source").get()
    source = translation.source.get_source_instance()
    return differences.between(text_taken(translation, source), source.live_revision.as_object())


def text_taken(translation: Any, source: Any) -> Any:
    """The source as it was; once it has been read anew, as it was public when the translation was written."""
    if translation.written and translation.written < translation.source.last_updated_at:
        earlier = Decision.objects.on(source).filter(published_at__lte=translation.written)
        if decision := earlier.order_by("-published_at").first():
            return decision.revision.as_object()
    return translation.source.as_instance()
