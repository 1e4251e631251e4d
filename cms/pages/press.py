"""What the press is told from the registers, and what was last released: nothing but what a director has listed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from cms.registry.models import OfficialAccount, Spokesperson

from .entries import Entry, entries, newest
from .models import HomePage, OfficialAccountsPage, SpokespersonDirectoryPage
from .records import Wanted

LATEST, CALLED = 10, 6
TOLD = ("release", "statement")


def spokespersons() -> Any:
    """Those who speak today, agency by agency."""
    return Spokesperson.objects.listed().select_related("agency").order_by("agency__eid", "-decided_at")


def accounts() -> Any:
    """The accounts that are official today, agency by agency."""
    return OfficialAccount.objects.listed().select_related("agency").order_by("agency__eid", "platform", "name")


def latest(page: Any, request: HttpRequest | None) -> list[Entry]:
    """The newest releases and statements in the page's language."""
    home = HomePage.objects.filter(locale=page.locale_id).public().first()
    return entries(newest(home, LATEST, Wanted(kinds=TOLD), request), request, TOLD) if home else []


def room_context(page: Any, request: HttpRequest) -> dict[str, Any]:
    """What the template of the press room shows."""
    return {
        "latest": latest(page, request),
        "speakers": spokespersons()[:CALLED],
        "directory": public_one(SpokespersonDirectoryPage, page),
        "accounts_page": public_one(OfficialAccountsPage, page),
    }


def public_one(model: Any, page: Any) -> Any:
    """The public page of a kind in the same language, if there is one."""
    return model.objects.filter(locale=page.locale_id).public().order_by("path").first()
