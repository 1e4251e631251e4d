"""A round of reminders: clocks that are due for one are found by an index and claimed in batches, each in a transaction
of its own. A round that is killed loses at most the batch at hand, which the next round finds again."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from . import letters, schedule
from .choices import Unit
from .models import Deadline, DeadlineRule, Notice, Reminder
from .recipients import Recipients
from .writing import insert

A_BATCH = 1_000
COLUMNS = ("pk", "rule", "agency", "responsible", "started_at", "due_at", "made_at")


class Round(NamedTuple):
    """What a round of reminders came to."""

    reminders: int
    notices: int
    letters: int
    failed: int


class Claimed(NamedTuple):
    """What one batch came to."""

    reminders: int
    notices: int


@dataclass
class Due(schedule.Timed):
    """Of a clock, what a round needs to know."""

    pk: int
    rule: DeadlineRule
    agency: int
    responsible: int | None
    started_at: datetime.datetime
    due_at: datetime.datetime
    made_at: datetime.datetime


def remind(now: datetime.datetime | None = None) -> Round:
    """Tell everybody what they have to be told by now; done again, nothing is told twice."""
    now = now or timezone.now()
    recipients, rules = Recipients(now), {rule.pk: rule for rule in DeadlineRule.objects.all()}
    reminders = notices = 0
    while claimed := claim_batch(now, recipients, rules):
        reminders, notices = reminders + claimed.reminders, notices + claimed.notices
    sent = letters.send_waiting(now)
    return Round(reminders, notices, sent.sent, sent.failed)


@transaction.atomic
def claim_batch(now: datetime.datetime, recipients: Recipients, rules: dict[int, DeadlineRule]) -> Claimed | None:
    """Claim the reminders of the next clocks, and keep who is told."""
    clocks = [Due(pk, rules[rule], *rest) for pk, rule, *rest in waiting(now).values_list(*COLUMNS)[:A_BATCH]]
    if not clocks:
        return None
    wanted, following = [], defaultdict(list)
    for clock in clocks:
        kinds, next_at = schedule.due_now(clock, now)
        following[next_at].append(clock.pk)
        wanted += [(clock.pk, kind.value) for kind in kinds]
    numbers, known = write_reminders(wanted, now), {clock.pk: clock for clock in clocks}
    told = [
        (number, person)
        for (pk, kind), number in numbers.items()
        for person in sorted(people_for(known[pk], kind, recipients))
    ]
    insert(Notice, ("reminder", "person"), told, made_at=now)
    for next_at, keys in following.items():
        Deadline.objects.filter(pk__in=keys).update(remind_at=next_at)
    return Claimed(len(numbers), len(told))


def people_for(clock: Due, kind: str, recipients: Recipients) -> set[int]:
    return recipients.of(kind, clock.agency, clock.responsible, clock.rule.function)


def write_reminders(wanted: list[tuple[int, str]], now: datetime.datetime) -> dict[tuple[int, str], int]:
    """Claim the reminders that were not claimed before; their numbers, by clock and kind."""
    known = Reminder.objects.filter(deadline__in={pk for pk, _kind in wanted})
    had = set(known.values_list("deadline", "kind"))
    new = [each for each in wanted if each not in had]
    insert(Reminder, ("deadline", "kind"), new, at=now)
    rows = known.values_list("deadline", "kind", "pk")
    return {(deadline, kind): pk for deadline, kind, pk in rows if (deadline, kind) not in had}


def waiting(now: datetime.datetime) -> QuerySet[Deadline]:
    """Clocks whose next reminder is due, at night only those that count in hours; other rounds take other rows.

    A clock that has ended has no next reminder, by a constraint: asking for running ones leads to the wrong index.
    """
    found = Deadline.objects.filter(remind_at__lte=now, paused_at=None)
    if schedule.is_quiet(now):
        found = found.filter(rule__unit=Unit.HOURS)
    skips = connection.features.has_select_for_update_skip_locked
    return found.select_for_update(of=("self",), skip_locked=skips).order_by("remind_at", "pk")
