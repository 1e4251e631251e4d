"""Starting a clock, telling it what happened, waiving it, handing it over."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.models import User
from cms.organisation.models import Agency

from .. import counting, schedule
from ..choices import MET, NoteKind, Outcome, Unit
from ..models import Deadline, DeadlineRule, Note, StopEvent
from ..words import day_in_words
from ..working_days import WorkingCalendar
from .refusals import NoRule, Refused, reason_given, refuse_before_start, refuse_future


def foreseen(code: str, instants: list[datetime.datetime]) -> list[Deadline]:
    """The clocks that would begin at these instants, whatever their number by two questions; nothing is kept."""
    if not instants:
        return []
    rules, calendar = list(DeadlineRule.objects.filter(code=code)), WorkingCalendar.whole()
    return [unsaved(one_of(rules, code, counting.local_day(at)), at, calendar) for at in instants]


def one_of(rules: list[DeadlineRule], code: str, day: datetime.date) -> DeadlineRule:
    if found := next((rule for rule in rules if rule.is_valid(day)), None):
        return found
    raise NoRule(_("No rule %(code)s holds on %(day)s.") % {"code": code, "day": day_in_words(day)})


def unsaved(rule: DeadlineRule, at: datetime.datetime, calendar: WorkingCalendar) -> Deadline:
    """A clock of this rule that begins at the instant."""
    return Deadline(
        rule=rule,
        code=rule.code,
        started_at=at,
        due_at=counting.due_instant(rule, at, calendar),
        made_at=timezone.now(),
    )


@transaction.atomic
def start(
    code: str,
    subject: Model,
    *,
    at: datetime.datetime,
    agency: Agency,
    by: User | None,
    responsible: User | None = None,
) -> Deadline:
    """Start the clock of this code on the record, by the rule valid on the local day of `at`.

    A rule that counts back takes the instant before which something is owed, which may lie ahead. A second start
    changes nothing, whatever became of the first, and is noted.
    """
    if known := Deadline.objects.of(subject).filter(code=code).select_related("rule").first():
        return started_again(known, at, by)
    day = counting.local_day(at)
    rule = one_of(list(DeadlineRule.objects.on(day).filter(code=code)), code, day)
    if rule.unit != Unit.WORKING_DAYS_BEFORE:
        refuse_future(at)
    fresh = unsaved(rule, at, WorkingCalendar.near(day))
    fresh.agency, fresh.responsible, fresh.started_by = agency, responsible, by
    fresh.remind_at = schedule.first_reminder(fresh)
    return begin(fresh, subject)


def begin(fresh: Deadline, subject: Model) -> Deadline:
    """Write the row; whoever started the same clock in the same moment was first, and this is a second start."""
    given = {field.attname: getattr(fresh, field.attname) for field in fresh._meta.concrete_fields}
    for name in ("id", "code", "content_type_id", "object_id"):
        del given[name]
    key = {"content_type": ContentType.objects.get_for_model(subject), "object_id": str(subject.pk)}
    deadline, is_new = Deadline.objects.get_or_create(code=fresh.code, **key, defaults=given)
    if not is_new:
        return started_again(deadline, fresh.started_at, fresh.started_by)
    deadline.rule = fresh.rule
    return deadline


def started_again(deadline: Deadline, at: datetime.datetime, by: User | None) -> Deadline:
    note(deadline, NoteKind.STARTED_AGAIN, at=at, by=by)
    return deadline


def note(deadline: Deadline, kind: str, *, at: datetime.datetime, by: Any, reason: str = "", **facts: Any) -> Note:
    """Keep what happened to a clock."""
    return Note.objects.create(deadline=deadline, kind=kind, at=at, by=by, reason=reason, facts=facts)


def held(deadline: Deadline) -> Deadline:
    """The row as it is now, kept from others until the transaction ends."""
    return Deadline.objects.select_for_update(of=("self",)).select_related("rule").get(pk=deadline.pk)


@transaction.atomic
def record(deadline: Deadline, event: str, *, at: datetime.datetime, by: User | None) -> Deadline:
    """Note that one of the rule's events has happened. With the last of them the clock is met, at the latest of all.

    The first record of an event counts; a second one is noted. What happens to a waived clock is kept and changes
    nothing. Raises Refused for an instant ahead or before the start, and for an event that the rule does not name.
    """
    deadline = held(deadline)
    refuse_future(at)
    refuse_before_start(deadline, at)
    if event not in deadline.rule.stop_events:
        said = {"event": event, "events": ", ".join(deadline.rule.stop_events)}
        raise Refused(_("“%(event)s” does not end this deadline; these do: %(events)s.") % said)
    stop, is_new = StopEvent.objects.get_or_create(deadline=deadline, event=event, defaults={"at": at, "by": by})
    if not is_new:
        note(deadline, NoteKind.EVENT_AGAIN, at=at, by=by, event=event, first=stop.at.isoformat())
    elif deadline.is_running:
        meet_if_complete(deadline)
    return deadline


def meet_if_complete(deadline: Deadline) -> None:
    """When every event has happened, the latest decides between on time and late, for ever."""
    happened = dict(deadline.stops.values_list("event", "at"))
    if not set(deadline.rule.stop_events) <= happened.keys():
        return
    deadline.met_at = max(happened.values())
    # A clock is stopped only before its end: what comes while it stands still comes in time.
    in_time = deadline.paused_at is not None or deadline.is_kept(deadline.met_at)
    close(deadline, Outcome.ON_TIME if in_time else Outcome.LATE)


def close(deadline: Deadline, outcome: str) -> None:
    deadline.outcome, deadline.paused_at, deadline.remind_at = outcome, None, None
    deadline.save()


@transaction.atomic
def waive(deadline: Deadline, *, reason: str, by: User | None) -> Deadline:
    """Nobody owes it any more, for a reason that stays beside it. What was met in time or late stays so."""
    deadline, reason = held(deadline), reason_given(reason)
    if deadline.outcome in MET:
        raise Refused(_("It was met, %(outcome)s: that stays.") % {"outcome": deadline.get_outcome_display()})
    if deadline.is_running:
        deadline.waived_at, deadline.waiver = timezone.now(), reason
        close(deadline, Outcome.WAIVED)
    note(deadline, NoteKind.WAIVED, at=timezone.now(), by=by, reason=reason)
    return deadline


def pass_on(code: str, subject: Model, *, agency: Agency, responsible: User | None) -> None:
    """Whoever acts next keeps the clock, by one statement; the owner of the record keeps account of it."""
    clocks = Deadline.objects.of(subject).running().filter(code=code)
    clocks.update(agency=agency, responsible=responsible)


@transaction.atomic
def hand_over(deadline: Deadline, *, agency: Agency, responsible: User | None, by: User | None) -> Deadline:
    """Somebody else keeps the clock from now on; it runs as before."""
    deadline = held(deadline)
    before = {"agency": deadline.agency_id, "responsible": deadline.responsible_id}
    deadline.agency, deadline.responsible = agency, responsible
    deadline.save(update_fields=["agency", "responsible"])
    note(deadline, NoteKind.HANDED_OVER, at=timezone.now(), by=by, before=before)
    return deadline
