"""A round of reminders over many open clocks, in a process of its own: how long it takes, and how much memory.

Letters go nowhere; everything else is done as ever. Each round is taken back.
"""

from __future__ import annotations

import datetime
import multiprocessing
import resource
import time
from typing import NamedTuple

MANY = 100_000
FIRST = 10_000_000  # numbers of records that do not exist
MORNING = datetime.datetime(2026, 11, 20, 8, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
A_DAY = datetime.timedelta(days=1)


class Measured(NamedTuple):
    """One round."""

    name: str
    cpu: float
    seconds: float
    before: float
    peak: float
    reminders: int
    notices: int
    letters: int

    def __str__(self) -> str:
        told = f"{self.reminders:,} reminders, {self.notices:,} notices, {self.letters} letters"
        memory = f"{self.before:.0f} MB before, {self.peak:.0f} at most"
        return f"{self.name:<44}cpu {self.cpu:5.1f} s   clock {self.seconds:5.1f} s   {memory}   {told}"


def rounds() -> list[Measured]:
    """An ordinary morning, and the one on which everything is due at once."""
    shares = {"an ordinary morning, 1 clock in 20 is due": 20, "every clock is due at once": 1}
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        return [pool.apply(measured, (name, one_in)) for name, one_in in shares.items()]


def measured(name: str, one_in: int) -> Measured:
    """Fill, measure and take back, in one transaction."""
    from tests.bench.__main__ import prepare

    prepare()
    from django.db import transaction
    from django.test import override_settings

    from cms.deadlines import reminding

    with override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend"), transaction.atomic():
        before = peak()  # what every command of the archive needs
        open_clocks(one_in)
        cpu, start = time.process_time(), time.perf_counter()
        done = reminding.remind(MORNING)
        took = time.process_time() - cpu, time.perf_counter() - start
        transaction.set_rollback(True)
    return Measured(name, *took, before, peak(), done.reminders, done.notices, done.letters)


def peak() -> float:
    """The most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def open_clocks(one_in: int) -> None:
    """So many clocks of all agencies; of these, every so-many-th is due for a reminder this morning."""
    from django.contrib.contenttypes.models import ContentType

    from cms.deadlines.models import Deadline, DeadlineRule
    from cms.organisation.models import Agency

    kind, rule = ContentType.objects.get_for_model(Agency), DeadlineRule.objects.get(code="HUE_CLARIFY")
    agencies = list(Agency.objects.values_list("pk", flat=True))
    for first in range(0, MANY, 2_000):
        Deadline.objects.bulk_create(
            Deadline(
                rule=rule,
                code=rule.code,
                content_type=kind,
                object_id=str(FIRST + number),
                agency_id=agencies[number % len(agencies)],
                started_at=MORNING - 10 * A_DAY,
                due_at=MORNING + (number % 4) * A_DAY,
                remind_at=MORNING if number % one_in == 0 else MORNING + A_DAY,
            )
            for number in range(first, first + 2_000)
        )
