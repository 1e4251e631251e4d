"""Where a rule allows it: a clock stands still, goes on, or is given more days."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cms.accounts.models import User

from .. import counting, schedule
from ..choices import NoteKind
from ..models import Deadline
from ..working_days import WorkingCalendar
from .clocks import held, note
from .refusals import Refused, reason_given, refuse_before_start, refuse_future, refuse_unless_running


@transaction.atomic
def pause(deadline: Deadline, *, reason: str, at: datetime.datetime, by: User | None) -> Deadline:
    """Stop counting; only before the end, and only where the rule says that it may be."""
    deadline, reason = held(deadline), reason_given(reason)
    check(deadline, at)
    if not deadline.rule.may_pause:
        raise Refused(_("The rule does not let this deadline be paused."))
    if deadline.paused_at:
        raise Refused(_("It stands still already."))
    deadline.paused_at, deadline.remind_at = at, None
    deadline.save(update_fields=["paused_at", "remind_at"])
    note(deadline, NoteKind.PAUSED, at=at, by=by, reason=reason)
    return deadline


@transaction.atomic
def resume(deadline: Deadline, *, at: datetime.datetime, by: User | None, reason: str = "") -> Deadline:
    """Go on counting: the end is later by as long as it stood."""
    deadline = held(deadline)
    refuse_unless_running(deadline)
    refuse_future(at)
    if not deadline.paused_at:
        raise Refused(_("It does not stand still."))
    if at < deadline.paused_at:
        raise Refused(_("It cannot go on before it stood still."))
    before, calendar = deadline.due_at, WorkingCalendar.near(counting.local_day(at))
    later = counting.after_pause(deadline.rule, before, (deadline.paused_at, at), calendar)
    deadline.paused_at = None
    move_end(deadline, later)
    note(deadline, NoteKind.RESUMED, at=at, by=by, reason=reason.strip(), before=before.isoformat())
    return deadline


@transaction.atomic
def extend(deadline: Deadline, *, days: int, reason: str, at: datetime.datetime, by: User | None) -> Deadline:
    """Give more calendar days, once, by written notice inside the period and up to what the rule allows."""
    deadline, reason = held(deadline), reason_given(reason)
    check(deadline, at)
    longest = deadline.rule.longest_extension
    if not longest:
        raise Refused(_("The rule does not let this deadline be extended."))
    if not 1 <= days <= longest:
        raise Refused(_("It can be extended by 1 to %(longest)s days.") % {"longest": longest})
    if deadline.notes.filter(kind=NoteKind.EXTENDED).exists():
        raise Refused(_("It was extended before."))
    before, calendar = deadline.due_at, WorkingCalendar.near(counting.local_day(at))
    move_end(deadline, counting.extended(deadline.rule, before, days, calendar))
    note(deadline, NoteKind.EXTENDED, at=at, by=by, reason=reason, days=days, before=before.isoformat())
    return deadline


def check(deadline: Deadline, at: datetime.datetime) -> None:
    """Only a running clock, at an instant between its start and its end."""
    refuse_unless_running(deadline)
    refuse_future(at)
    refuse_before_start(deadline, at)
    if not deadline.is_kept(at):
        raise Refused(_("The deadline had run out by then."))


def move_end(deadline: Deadline, due_at: datetime.datetime) -> None:
    deadline.due_at = due_at
    deadline.remind_at = schedule.next_reminder(deadline)
    deadline.save(update_fields=["due_at", "paused_at", "remind_at"])
