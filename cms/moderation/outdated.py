"""Translations older than their Vietnamese source: since when, and what the source says since."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from . import differences
from .models import Decision, public


def outdated_translations(keys: Any = None) -> dict[tuple[Any, str], datetime.date]:
    """By translation key and language: the day since which the source says something newer. Two queries."""
    taken = with_writing(Translation.objects.filter(enabled=True))
    if keys is not None:
        taken = taken.filter(source__object_id__in=keys)
    parts = ("source__object_id", "target_locale__language_code", "source__last_updated_at", "written")
    rows = [(key, code, taken_at(read, written)) for key, code, read, written in taken.values_list(*parts)]
    published = source_dates({row[0] for row in rows})
    return {
        (key, code): timezone.localdate(published[key])
        for key, code, made in rows
        if key in published and published[key] > made
    }


def with_writing(translations: QuerySet) -> QuerySet:
    """Each with the moment at which the text that readers have in its language was written."""
    family = Page.objects.filter(translation_key=OuterRef("source__object_id"), locale=OuterRef("target_locale"))
    return translations.annotate(written=Subquery(family.filter(live=True).values("live_revision__created_at")[:1]))


def taken_at(read: datetime.datetime, written: datetime.datetime | None) -> datetime.datetime:
    """When a translation was taken from its source: reading the source anew changes no word that readers have."""
    return min(read, written) if written else read


def source_dates(keys: Any) -> dict[Any, datetime.datetime]:
    """When the public Vietnamese text of each was last published."""
    sources = Page.objects.filter(
        translation_key__in=keys, locale=Locale.get_default(), last_published_at__isnull=False
    )
    return dict(public(sources).values_list("translation_key", "last_published_at"))


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
