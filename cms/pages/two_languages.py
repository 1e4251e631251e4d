"""What answers the world is public in Vietnamese only together with a foreign language (HUE-13)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from cms.moderation.choices import Audience
from cms.moderation.models import Decision


def bars(page: Any) -> list[str]:
    """Why the Vietnamese text cannot be approved yet; nothing keeps a foreign one, which comes first."""
    is_vietnamese = page.locale.language_code == settings.LANGUAGE_CODE
    if not is_vietnamese or page.audience != Audience.PUBLIC or any(map(is_decided, foreign(page))):
        return []
    return [_("No version in a foreign language is approved yet: approve that one first, or in the same go.")]


def foreign(page: Any) -> Any:
    family = type(page).objects.filter(translation_key=page.translation_key, alias_of=None)
    return family.exclude(locale=page.locale_id)


def is_decided(page: Any) -> bool:
    """Public, or decided and waiting for its hour."""
    return Decision.objects.on(page).standing().filter(audience=Audience.PUBLIC).exists()
