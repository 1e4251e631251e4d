"""What lead, moderator and director do with an item that was handed in, short of approving it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts import permissions as seats
from cms.core import clock

from ..choices import Event, State
from ..models import ChecklistLine, ItemStatus, ReturnNote, Step
from ..permissions import NotAllowed, require
from . import clocks
from .recording import fresh, held, record
from .submitting import start_workflow
from .workflow_steps import approve_step, back_to_appraisal, end_passage, stop

Notes = dict[str, str]


@transaction.atomic
def clear(item: Any, *, by: Any) -> Step:
    """The agency's lead lets it leave the agency."""
    status = held(item)
    step = record(status, Event.CLEAR, authority=require(Event.CLEAR, status, by))
    approve_step(status, by)
    return step


@transaction.atomic
def agency_return(item: Any, *, by: Any, reason: str, notes: Notes | None = None) -> Step:
    """The lead gives it back to its author, with the reason and what to change in which field."""
    status = held(item)
    return give_back(status, Event.AGENCY_RETURN, by, reason, notes)


@transaction.atomic
def take(item: Any, *, by: Any) -> Step:
    """A moderator takes it for appraisal: one appraiser an item."""
    status = held(item)
    authority = require(Event.TAKE, status, by)
    status.assignee, status.claimed_at = by, timezone.now()
    return record(status, Event.TAKE, authority=authority)


@transaction.atomic
def release_claim(item: Any, *, by: Any) -> Step:
    """The appraiser puts it back for a colleague."""
    status = held(item)
    authority = require(Event.RELEASE, status, by)
    return put_back(status, authority=authority)


def put_back(status: ItemStatus, authority: Any = None, reason: str = "") -> Step:
    status.assignee = status.claimed_at = None
    return record(status, Event.RELEASE, authority=authority, reason=reason)


@transaction.atomic
def release_stale_claims() -> int:
    """What an appraiser has held for longer than the rule allows goes back to the queue; the number that did."""
    held_too_long = clocks.held_too_long(ItemStatus.objects.select_for_update().filter(state=State.IN_APPRAISAL))
    for status in held_too_long:
        put_back(status, reason=_("Not appraised in time."))
    return len(held_too_long)


@transaction.atomic
def reassign(item: Any, *, by: Any, to: Any) -> Step:
    """Hand the appraisal to a colleague who holds a moderator's seat today and did not write the text."""
    status = held(item)
    authority = require(Event.REASSIGN, status, by)
    if not seats.is_moderator(to):
        raise NotAllowed(_("%(person)s holds no moderator's seat today.") % {"person": to})
    if to.pk in item.authors():
        raise NotAllowed(_("%(person)s wrote in this text: somebody else must judge it.") % {"person": to})
    status.assignee, status.claimed_at = to, timezone.now()
    return record(status, Event.REASSIGN, authority=authority, answers={"to": to.pk})


@transaction.atomic
def return_to_author(item: Any, *, by: Any, reason: str, notes: Notes | None = None) -> Step:
    """The appraiser, or later the director, gives it back with reasons; its target date stays."""
    status = held(item)
    return give_back(status, Event.RETURN, by, reason, notes)


def give_back(status: ItemStatus, event: Event, by: Any, reason: str, notes: Notes | None) -> Step:
    authority = require(event, status, by)
    status.assignee = status.claimed_at = None
    step = record(status, event, authority=authority, reason=reason)
    wanted = {field: text.strip() for field, text in (notes or {}).items() if text.strip()}
    ReturnNote.objects.bulk_create([ReturnNote(step=step, field=field, text=text) for field, text in wanted.items()])
    stop(status, by)
    return step


@transaction.atomic
def appraise(item: Any, *, by: Any, answers: dict[str, bool]) -> Step:
    """The appraiser finds it fit: every mandatory line of the checklist is answered yes (HUE-21)."""
    status = held(item)
    authority = require(Event.APPRAISE, status, by)
    lines = ChecklistLine.objects.on(clock.today())
    open_lines = [line for line in lines if line.is_mandatory and not answers.get(line.code)]
    if open_lines:
        raise ValidationError([_("Not answered yes: %(line)s") % {"line": line} for line in open_lines])
    known = {line.code: bool(answers.get(line.code)) for line in lines}
    step = record(status, Event.APPRAISE, authority=authority, answers=known)
    approve_step(status, by)
    return step


@transaction.atomic
def send_back(item: Any, *, by: Any, reason: str) -> Step:
    """The director asks for another appraisal."""
    status = held(item)
    authority = require(Event.SEND_BACK, status, by)
    status.assignee = status.claimed_at = None
    step = record(status, Event.SEND_BACK, authority=authority, reason=reason)
    back_to_appraisal(status, by)
    return step


@transaction.atomic
def reject(item: Any, *, by: Any, reason: str) -> Step:
    """The director refuses it: final, unless it is public already; the agency may copy it to a new draft."""
    status = held(item)
    authority = require(Event.REJECT, status, by)
    status.assignee = status.claimed_at = None
    step = record(status, Event.REJECT, authority=authority, reason=reason, target=after_refusal(item))
    clocks.decided(status, by)
    end_passage(status, by)
    return step


def after_refusal(item: Any) -> str:
    """A refused change leaves what is public as it is."""
    return State.PUBLISHED if fresh(item).live else State.REJECTED


@transaction.atomic
def recall(item: Any, *, by: Any) -> Step:
    """The agency calls it back to go on writing, until an appraiser has taken it."""
    status = held(item)
    authority = require(Event.RECALL, status, by)
    step = record(
        status, Event.RECALL, authority=authority, target=State.PUBLISHED if fresh(item).live else State.DRAFT
    )
    end_passage(status, by)
    return step


def amended(status: ItemStatus, *, by: Any) -> None:
    """The appraiser changed the text and is an author now: it is cleared again, and a colleague appraises."""
    item = status.item
    status.assignee = status.claimed_at = None
    status.passage.revision = item.get_latest_revision()
    status.passage.save(update_fields=["revision"])
    record(status, Event.AMEND, authority=seats.is_moderator(by))
    start_workflow(status, item, by)
