"""Corrections of public statements: added, dated, and from then on never changed nor taken away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from cms.moderation.models import Decision

Line = tuple[str, str]


def public_lines(page: Any) -> set[Line]:
    """Day and words of every correction that the public has read."""
    if not page.pk:
        return set()
    decision = Decision.objects.on(page).exclude(published_at=None).order_by("published_at").last()
    rows = decision.revision.content.get("corrections", []) if decision else []
    return {(row["day"], row["text"]) for row in rows}


def lines(corrections: Iterable[Any]) -> set[Line]:
    return {(str(correction.day), correction.text) for correction in corrections}


def lost(page: Any, kept: set[Line]) -> list[Line]:
    """Public corrections that would be gone, or would say something else."""
    return sorted(public_lines(page) - kept)


def refusal() -> str:
    return _("A correction that was public stays word for word. Add a new one instead.")
