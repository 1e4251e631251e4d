"""The two clocks of a dossier: started, told what happened, waived. Days and hours are counted elsewhere."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from cms.deadlines import services as deadlines
from cms.deadlines.models import Deadline

from ..choices import FIRST_INFORMATION, Event, State
from ..models import ClarificationDossierPage as Dossier
from ..models import DeptNotice, ImpactMark, ResponseMeasure
from .recording import record

CLARIFY, INITIAL = "HUE_CLARIFY", "PRESS_INITIAL"
STATED, COPIED, INFORMED = "statement", "copied", "informed"  # the events by which their rules end


class Answered(NamedTuple):
    """The statement and its copy to the department: the two instants of which the later stops the seven days."""

    statement_at: datetime.datetime
    copied_at: datetime.datetime

    @property
    def at(self) -> datetime.datetime:
        return max(self)


def answered(dossier: Dossier) -> Answered | None:
    """The earliest statement that was copied to the department; None while there is none."""
    statements = ResponseMeasure.objects.filter(
        dossier=dossier, counts_as_statement=True, copied_to_dept_at__isnull=False
    )
    pairs = [Answered(at, copied) for at, copied in statements.values_list("at", "copied_to_dept_at") if copied]
    return min(pairs, key=lambda pair: pair.at, default=None)


def clarify_clock(dossier: Dossier) -> Deadline | None:
    return Deadline.objects.of(dossier).filter(code=CLARIFY).first()


def initial_clock(mark: ImpactMark) -> Deadline | None:
    return Deadline.objects.of(mark).filter(code=INITIAL).first()


def start_clarify(dossier: Dossier, notice: DeptNotice, *, by: Any) -> None:
    """The first notice starts the seven days; a later one never does."""
    if clarify_clock(dossier) is None:
        deadlines.start(CLARIFY, dossier, at=notice.received_at, agency=dossier.lead_agency, by=by)


def start_initial(mark: ImpactMark, *, by: Any) -> None:
    """The 24 hours run from the moment the impact was determined."""
    agency = mark.dossier.lead_agency or mark.dossier.reporting_agency
    deadlines.start(INITIAL, mark, at=mark.determined_at, agency=agency, by=by)


def settle(dossier: Dossier, *, by: Any) -> None:
    """Tell both clocks what is known by now, whatever the state; what is approved and answered moves on."""
    pair = answered(dossier)
    clock = clarify_clock(dossier)
    if pair and clock and clock.is_running:
        # What was said before the notice came had been said when it came.
        deadlines.record(clock, STATED, at=max(pair.statement_at, clock.started_at), by=by)
        deadlines.record(clock, COPIED, at=max(pair.copied_at, clock.started_at), by=by)
    if pair and dossier.state == State.APPROVED:
        record(dossier, Event.RESPOND, happened_at=pair.at)
    settle_initial(dossier, by=by)


def settle_initial(dossier: Dossier, *, by: Any) -> None:
    """The first release, statement or briefing after the mark stops the 24 hours."""
    if dossier.impact is None:
        return
    clock = initial_clock(dossier.impact)
    told = ResponseMeasure.objects.filter(
        dossier=dossier, kind__in=FIRST_INFORMATION, at__gte=dossier.impact.determined_at
    )
    first = told.order_by("at").first()
    if clock and clock.is_running and first:
        deadlines.record(clock, INFORMED, at=first.at, by=by)


def waive_initial(mark: ImpactMark, *, reason: str, by: Any) -> None:
    """The mark is gone: the 24 hours are owed no more. What was met stays as it was."""
    clock = initial_clock(mark)
    if clock and clock.is_running:
        deadlines.waive(clock, reason=reason, by=by)
