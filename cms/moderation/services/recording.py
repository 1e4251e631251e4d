"""The one writer of states: checks that the event is legal, moves the item, and adds a row to the legal record."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.accounts.permissions import Authority

from ..choices import Event, State
from ..models import ItemStatus, Step
from ..querysets import base_type
from ..signals import state_changed
from ..transitions import TRANSITIONS, allows
from . import clocks

FOLLOWS = (Event.NO_LEAD, Event.SCHEDULE, Event.PUBLISH)  # what a person's step brings about by itself


class IllegalTransition(ValidationError):
    """The state machine has no such step from where the item stands."""


class AlreadyDone(IllegalTransition):
    """Somebody else was faster: the item has moved on since the screen was opened."""


class ReasonOwed(ValidationError):
    """A return, refusal or withdrawal says why."""


def held(item: Any) -> ItemStatus:
    """The item's row, locked until the transaction ends: two people cannot decide at once."""
    rows = ItemStatus.objects.select_for_update().of(item)
    if found := rows.order_by().first():
        return found
    ItemStatus.objects.get_or_create(
        base_content_type=base_type(item), object_id=str(item.pk), defaults=defaults_of(item)
    )
    return rows.get()


def fresh(item: Any) -> Any:
    """The item as the database has it now: the caller's copy may be older than the lock."""
    return type(item)._base_manager.get(pk=item.pk)


def defaults_of(item: Any) -> dict[str, Any]:
    fresh = item.status
    names = ("content_type", "title", "language", "agency")
    return {name: getattr(fresh, name) for name in names}


def record(
    status: ItemStatus,
    event: Event,
    *,
    authority: Authority | None = None,
    reason: str = "",
    answers: dict[str, Any] | None = None,
    target: str | None = None,
) -> Step:
    """Move the item and keep what happened. Raises IllegalTransition, AlreadyDone or ReasonOwed."""
    transition = TRANSITIONS[event]
    if not allows(status.state, event):
        raise refusal(status, event)
    if transition.reason_is_owed and not reason.strip():
        raise ReasonOwed(_("Give the reason: the person concerned will read it."))
    before, status.state = status.state, target or transition.target or status.state
    status.save()
    step = Step.objects.create(
        status=status,
        submission=status.submission,
        revision=status.submission.revision if status.submission else None,
        event=event,
        state_before=before,
        state_after=status.state,
        round=status.round,
        by=authority.user if authority else None,
        seat=authority.seat if authority else None,
        on_behalf_of=authority.on_behalf_of if authority else None,
        delegation=authority.delegation if authority else None,
        reason=reason.strip(),
        answers=answers or {},
    )
    clocks.follow(status)
    state_changed.send(sender=status.content_type.model_class(), status=status, step=step)
    return step


def refusal(status: ItemStatus, event: Event) -> IllegalTransition:
    """What to tell somebody whose button no longer fits the item."""
    last = Step.objects.filter(status=status).exclude(event__in=FOLLOWS).select_related("by").last()
    said = {"event": event.label, "state": State(status.state).label, "person": last and last.by}
    if last and last.by:
        return AlreadyDone(
            _("It cannot be %(event)s: the item is now “%(state)s”, by %(person)s. Nothing was changed.") % said
        )
    return IllegalTransition(_("It cannot be %(event)s: the item is “%(state)s”. Nothing was changed.") % said)
