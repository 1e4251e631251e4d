"""How a translation stands to its source: real ones only, and whether the source has changed since."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.moderation.models import public
from cms.moderation.outdated import taken_at, with_writing


def outdated_since(page: Any) -> datetime.date | None:
    """The day on which the Vietnamese source was last published, if that was after this text was taken from it."""
    if not page.pk or page.locale.language_code == settings.LANGUAGE_CODE:
        return None
    family = Page.objects.filter(translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE)
    changed, made = public(family).values_list("last_published_at", flat=True).first(), taken_on(page)
    return timezone.localdate(changed) if changed and made and changed > made else None


def taken_on(page: Any) -> datetime.datetime | None:
    """When the text that readers have was taken from its source; for a page written by hand, its own publication."""
    known = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    )
    moments = with_writing(known).values_list("source__last_updated_at", "written").first()
    return taken_at(*moments) if moments else page.last_published_at


def public_translations(page: Any) -> Any:
    """The page in the languages in which it is public, itself included; never an alias."""
    family = type(page).objects.filter(translation_key=page.translation_key, alias_of=None)
    return public(family).select_related("locale")
