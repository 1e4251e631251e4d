"""How staff see states and kinds: a lamp that fills, the rhythm of a light, and always the word beside it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from .choices import State

LAMPS = {
    State.DRAFT: "",
    State.SUBMITTED: "quarter",
    State.AGENCY_CLEARED: "quarter",
    State.IN_APPRAISAL: "half",
    State.APPRAISED: "most",
    State.APPROVED: "most",
    State.SCHEDULED: "waiting",
    State.PUBLISHED: "full",
    State.RETURNED: "back",
    State.REJECTED: "no",
    State.WITHDRAWN: "out",
    State.ARCHIVED: "out",
    State.QUARANTINED: "locked",
    State.PURGED: "locked",
}
RHYTHMS = {
    "article": "article",
    "image": "picture",
    "gallery": "picture",
    "legal": "legal",
    "statement": "answer",
    "release": "press",
}
LANGUAGES = {
    "vi": _("Vietnamese"),
    "en": _("English"),
    "fr": _("French"),
    "zh-hans": _("Chinese"),
    "ja": _("Japanese"),
    "ko": _("Korean"),
    "lo": _("Lao"),
}


def lamp(state: str) -> str:
    """The class of the lamp of a state."""
    return f"hd-state--{LAMPS[State(state)]}" if LAMPS[State(state)] else ""


def rhythm(model: Any) -> str:
    """Which light stands for a kind of item."""
    return RHYTHMS.get(getattr(model, "kind", ""), "data")


def content_languages() -> list[tuple[str, Any]]:
    """The archive's languages, with their names in the reader's."""
    return [(code, LANGUAGES.get(code, name)) for code, name in settings.WAGTAIL_CONTENT_LANGUAGES]
