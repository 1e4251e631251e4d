"""The clocks of the review: until when an item should be through, and how long an appraiser may hold it.

The clock of a passage is a row of `cms.deadlines`; whoever must act next keeps it. The item's own row has a copy of its
last day, by which queue and search sort thousands of items without a join. What an appraiser holds has no row: it goes
back by itself, and nobody is owed anything.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cms.core.models import SOURCE_LANGUAGE
from cms.deadlines import services as deadlines
from cms.deadlines.models import Deadline
from cms.organisation.choices import Function
from cms.organisation.models import Agency, FunctionAssignment

from ..choices import State
from ..models import ItemStatus

REVIEW, CLAIM, DECIDED = "REVIEW", "REVIEW_CLAIM", "decided"
BY_THE_UNIT = (State.AGENCY_CLEARED, State.IN_APPRAISAL)


def foreseen() -> Deadline:
    """The clock of an item that would be handed in now; nothing is kept."""
    return deadlines.foreseen(REVIEW, [timezone.now()])[0]


def start(status: ItemStatus, by: Any) -> datetime.date | None:
    """Start the clock of a new passage; its last day."""
    agency = status.agency or holder(Function.FOREIGN_INFO_LEAD)
    if agency is None:
        return None
    at = status.submitted_at or timezone.now()
    return deadlines.start(REVIEW, status.passage, at=at, agency=agency, by=by).last_day


def follow(status: ItemStatus) -> None:
    """Whoever must act next keeps the clock; the steps of the review are the record of it."""
    if status.submission and (agency := who_acts(status)):
        people = {State.IN_APPRAISAL: status.assignee, State.RETURNED: status.submission.submitted_by}
        deadlines.pass_on(REVIEW, status.submission, agency=agency, responsible=people.get(State(status.state)))


def who_acts(status: ItemStatus) -> Agency | None:
    """The agency in whose hands the item lies."""
    if status.state in BY_THE_UNIT:
        return holder(Function.FOREIGN_INFO_UNIT)
    if status.state == State.APPRAISED:
        return holder(Function.FOREIGN_INFO_LEAD)
    return status.agency if status.state in (State.SUBMITTED, State.RETURNED) else None


def holder(function: str) -> Agency | None:
    return FunctionAssignment.holder(function)


def decided(status: ItemStatus, by: Any) -> None:
    """A decision ends the clock, whatever was decided."""
    if clock := running(status):
        deadlines.record(clock, DECIDED, at=timezone.now(), by=by)


def given_up(status: ItemStatus, by: Any) -> None:
    """The passage ended without a decision: nothing is owed any more."""
    if clock := running(status):
        with translation.override(SOURCE_LANGUAGE):  # it is kept, and read by everybody
            deadlines.waive(clock, reason=_("The review ended without a decision."), by=by)


def running(status: ItemStatus) -> Deadline | None:
    return Deadline.objects.of(status.passage).running().filter(code=REVIEW).first() if status.submission else None


def held_too_long(held: Iterable[ItemStatus]) -> list[ItemStatus]:
    """Those whose appraiser took them longer ago than the rule allows."""
    rows, now = [each for each in held if each.claimed_at], timezone.now()
    ends = deadlines.foreseen(CLAIM, [each.claimed_at for each in rows if each.claimed_at])
    return [each for each, end in zip(rows, ends, strict=True) if not end.is_kept(now)]
