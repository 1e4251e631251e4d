"""The legal record told in sentences: who did what, in which seat, on whose behalf, when and why."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from .choices import Event
from .models import ItemStatus, Step

QUIET = {Event.QUARANTINE, Event.PROPOSE_RELEASE, Event.RELEASE_QUARANTINE, Event.PURGE}


def story(status: ItemStatus, *, for_screener: bool = False) -> list[Step]:
    """The steps so far, the latest first; what the screeners did is for them alone."""
    steps = status.steps.select_related("by", "seat__agency", "on_behalf_of", "delegation").prefetch_related("notes")
    if not for_screener:
        steps = steps.exclude(event__in=QUIET)
    return list(steps.order_by("-pk"))


def sentence(step: Step, user: Any) -> str:
    """“Lê Minh Mẫu, moderate, Sở Ngoại vụ, on behalf of …: returned”."""
    said = {"person": person(step, user), "event": step.get_event_display()}
    if step.by is None:
        return _("%(event)s, by rule") % said
    if step.on_behalf_of:
        return _("%(event)s by %(person)s, on behalf of %(other)s") % {**said, "other": step.on_behalf_of}
    return _("%(event)s by %(person)s") % said


def person(step: Step, user: Any) -> str:
    return _("you") if step.by_id == user.pk else str(step.by)


def seat(step: Step) -> str:
    """In which seat, of which agency."""
    if not step.seat:
        return ""
    return _("seat: %(kind)s, %(agency)s") % {"kind": step.seat.get_kind_display(), "agency": step.seat.agency}
