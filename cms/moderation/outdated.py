"""Translations whose Vietnamese source was published again after their text was taken from it."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from .models import public


def outdated_translations(keys: Any = None) -> dict[tuple[Any, str], datetime.date]:
    """By translation key and language: the day since which the source says something newer. Two queries."""
    taken = Translation.objects.filter(enabled=True)
    if keys is not None:
        taken = taken.filter(source__object_id__in=keys)
    rows = list(taken.values_list("source__object_id", "target_locale__language_code", "source__last_updated_at"))
    published = source_dates({row[0] for row in rows})
    return {
        (key, code): timezone.localdate(published[key])
        for key, code, made in rows
        if key in published and published[key] > made
    }


def source_dates(keys: Any) -> dict[Any, datetime.datetime]:
    """When the public Vietnamese text of each was last published."""
    sources = Page.objects.filter(
        translation_key__in=keys, locale=Locale.get_default(), last_published_at__isnull=False
    )
    return dict(public(sources).values_list("translation_key", "last_published_at"))
