"""How a translation stands to its source: real ones only, and whether the source has changed since."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.db.models import Subquery
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation

from cms.moderation.models import public
from cms.moderation.outdated import newer_since, publications, taken_at


def outdated_since(page: Any, *, is_draft: bool = False) -> datetime.date | None:
    """The day on which the Vietnamese source began to say something else than what this text was taken from."""
    if not page.pk or page.locale.language_code == settings.LANGUAGE_CODE:
        return None
    family = Page.objects.filter(translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE)
    known = public(family).annotate(read=read_on(page), written=written_on(page))
    found = known.values_list("pk", "last_published_at", "read", "written").first()
    if not found:
        return None
    source, changed, read, written = found
    made = taken_at(read, None if is_draft else written) if read else page.last_published_at
    if not (changed and made and changed > made):
        return None
    began = newer_since(publications({source})[source], made)
    return timezone.localdate(began) if began else None


def read_on(page: Any) -> Subquery:
    """When the source was last read into the translation; of a page written by hand, nothing."""
    known = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    )
    return Subquery(known.values("source__last_updated_at")[:1])


def written_on(page: Any) -> Subquery:
    """When the text that readers have was written."""
    return Subquery(Revision.objects.filter(pk=page.live_revision_id).values("created_at"))


def public_translations(page: Any) -> Any:
    """The page in the languages in which it is public, itself included; never an alias."""
    family = type(page).objects.filter(translation_key=page.translation_key, alias_of=None)
    return public(family).select_related("locale")
