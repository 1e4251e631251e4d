"""A round of reminders: clocks that are due for one are found by an index and claimed in batches, each in a transaction
of its own. A round that is killed loses at most the batch at hand, which the next round finds again."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import NamedTuple

from django.db import connection, transaction
from django.utils import timezone

from . import letters, schedule
from .choices import Outcome, Unit
from .models import Deadline, DeadlineRule, Notice, Reminder
from .recipients import Recipients

A_BATCH = 1_000
ROWS = 500  # of one INSERT


class Round(NamedTuple):
    """What a round of reminders came to."""

    reminders: int
    notices: int
    letters: int
    failed: int


def remind(now: datetime.datetime | None = None) -> Round:
    """Tell everybody what they have to be told by now; done again, nothing is told twice."""
    now = now or timezone.now()
    recipients, rules = Recipients(now), {rule.pk: rule for rule in DeadlineRule.objects.all()}
    reminders = notices = 0
    while claimed := claim_batch(now, recipients, rules):
        reminders, notices = reminders + claimed.reminders, notices + claimed.notices
    sent = letters.send_waiting(now)
    return Round(reminders, notices, sent.sent, sent.failed)


class Claimed(NamedTuple):
    """What one batch came to."""

    clocks: int
    reminders: int
    notices: int


@transaction.atomic
def claim_batch(now: datetime.datetime, recipients: Recipients, rules: dict[int, DeadlineRule]) -> Claimed | None:
    """Claim the reminders of the next clocks, and keep who is told."""
    clocks = list(waiting(now)[:A_BATCH])
    if not clocks:
        return None
    told = {(row.deadline_id, row.kind) for row in Reminder.objects.filter(deadline__in=clocks)}
    reminders, following = [], defaultdict(list)
    for clock in clocks:
        clock.rule = rules[clock.rule_id]
        kind, next_at = schedule.due_now(clock, now)
        following[next_at].append(clock.pk)
        if kind and (clock.pk, kind) not in told:
            reminders.append(Reminder(deadline=clock, kind=kind, at=now))
    Reminder.objects.bulk_create(reminders, batch_size=ROWS)
    notices = [
        Notice(reminder=each, person_id=person, made_at=now)
        for each in reminders
        for person in sorted(recipients.of(each.deadline, each.kind))
    ]
    Notice.objects.bulk_create(notices, batch_size=ROWS)
    for next_at, numbers in following.items():
        Deadline.objects.filter(pk__in=numbers).update(remind_at=next_at)
    return Claimed(len(clocks), len(reminders), len(notices))


def waiting(now: datetime.datetime) -> object:
    """Clocks whose next reminder is due, at night only those that count in hours; other rounds take other rows."""
    found = Deadline.objects.filter(remind_at__lte=now, outcome=Outcome.RUNNING, paused_at=None)
    if schedule.is_quiet(now):
        found = found.filter(rule__unit=Unit.HOURS)
    skips = connection.features.has_select_for_update_skip_locked
    return found.select_for_update(of=("self",), skip_locked=skips).order_by("remind_at", "pk")
