"""The person who speaks on a page, as readers see them; an official telephone only while the register lists it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cms.moderation.models import Decision


@dataclass(frozen=True)
class Voice:
    """Who speaks, for whom, and how to reach them."""

    name: str
    position: str
    agency: str
    phone: str = ""
    email: str = ""
    matter: str = ""
    document: str = ""


def voice(page: Any) -> Voice | None:
    if page.delegation_id:
        return delegated(page.delegation)
    return spoken(page.spokesperson) if page.spokesperson_id else None


def spoken(entry: Any) -> Voice:
    reach = {"phone": entry.phone, "email": entry.email} if entry.is_public else {}
    return Voice(entry.name, entry.position, entry.agency.name, **reach)


def delegated(entry: Any) -> Voice:
    said = {"matter": entry.matter, "document": entry.document_number}
    reach = {"phone": entry.phone, "email": entry.email} if entry.is_valid() else {}
    return Voice(entry.name, entry.position, entry.spokesperson.agency.name, **said, **reach)


def later_statement(page: Any) -> Any:
    """The statement in this one's place, as long as the public may read it."""
    if not page.superseded_by_id:
        return None
    return type(page).objects.public().filter(pk=page.superseded_by_id).first()


def public_versions(page: Any) -> list[datetime]:
    """When each version of the page became public."""
    if not page.pk:
        return []
    made = Decision.objects.on(page).exclude(published_at=None).order_by("published_at")
    return [moment for moment in made.values_list("published_at", flat=True) if moment]
