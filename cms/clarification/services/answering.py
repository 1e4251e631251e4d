"""What was done: measures, their copy to the department, attendance at briefings, correction requests."""

from __future__ import annotations

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.organisation.models import Agency

from ..choices import BRIEFINGS, CorrectionState, Event, MeasureKind
from ..models import AttendanceTask, CorrectionRequest, MisinformationItem, ResponseMeasure
from ..models import ClarificationDossierPage as Dossier
from ..permissions import of_its_agencies, require
from ..transitions import may_follow
from . import clocks
from .files import keep_file_if_any
from .recording import IllegalTransition, held, keep, record, refuse_future, require_legal
from .screening import screen


@transaction.atomic
def record_measure(
    dossier: Dossier,
    *,
    kind: str,
    at: datetime.datetime,
    title: str,
    by: Any,
    agency: Agency | None = None,
    counts_as_statement: bool = False,
    copied_to_dept_at: datetime.datetime | None = None,
    upload: Any = None,
    task: AttendanceTask | None = None,
    **facts: Any,
) -> ResponseMeasure:
    """The agency has spoken, whatever the department has decided so far (C14)."""
    dossier = held(dossier)
    authority = require(Event.MEASURE, dossier, by)
    require_legal(dossier, Event.MEASURE)
    refuse_future(at=at, copied_to_dept_at=copied_to_dept_at)
    own = of_its_agencies(by, dossier)
    measure = ResponseMeasure(
        dossier=dossier,
        kind=kind,
        at=at,
        title=title.strip(),
        agency=agency or (own.agency if own else dossier.lead_agency),
        counts_as_statement=counts_as_statement,
        copied_to_dept_at=copied_to_dept_at,
        recorded_by=by,
        **facts,
    )
    measure.file = keep_file_if_any(dossier, upload, by=by)
    keep(screen(measure, dossier, _("a measure"), by=by))
    known = {"measure": measure.pk, "kind": kind, "statement": counts_as_statement}
    record(dossier, Event.MEASURE, authority=authority, happened_at=at, facts=known)
    if copied_to_dept_at:
        record(dossier, Event.COPIED, authority=authority, happened_at=copied_to_dept_at, facts={"measure": measure.pk})
    if task:
        finish_task(task, measure)
    clocks.settle(dossier, by=by)
    return measure


@transaction.atomic
def copy_to_department(
    measure: ResponseMeasure, *, at: datetime.datetime, by: Any, reference: str = ""
) -> ResponseMeasure:
    """The statement was sent to the department too. Said once: the instant never changes."""
    dossier = held(measure.dossier)
    authority = require(Event.COPIED, dossier, by)
    refuse_future(copied_to_dept_at=at)
    if measure.copied_to_dept_at:
        raise ValidationError(_("Its copy to the department is recorded already."))
    measure.copied_to_dept_at, measure.copy_reference = at, reference.strip()
    if not measure.case:
        screen(measure, dossier, _("a measure"), by=by)
    keep(measure)
    record(dossier, Event.COPIED, authority=authority, happened_at=at, facts={"measure": measure.pk})
    clocks.settle(dossier, by=by)
    return measure


@transaction.atomic
def ask_attendance(
    dossier: Dossier, *, kind: str, agency: Agency, held_at: datetime.datetime, by: Any, note: str = ""
) -> AttendanceTask:
    """The department asks an agency to attend a briefing (Đ4.4b)."""
    dossier = held(dossier)
    authority = require(Event.ASK_ATTENDANCE, dossier, by)
    if kind not in BRIEFINGS:
        raise ValidationError({"kind": _("Choose which briefing.")})
    if agency.pk not in dossier.agencies:
        raise ValidationError({"agency": _("%(agency)s takes no part in this dossier.") % {"agency": agency}})
    task = keep(
        AttendanceTask(dossier=dossier, kind=kind, agency=agency, held_at=held_at, note=note.strip(), asked_by=by)
    )
    facts = {"task": task.pk, "kind": kind, "agencies": [str(agency)]}
    record(dossier, Event.ASK_ATTENDANCE, authority=authority, facts=facts)
    return task


def finish_task(task: AttendanceTask, measure: ResponseMeasure) -> None:
    """Attending is what ends the task."""
    if measure.kind != task.kind:
        said = {"asked": task.get_kind_display()}
        raise ValidationError({"kind": _("The department asked for this: %(asked)s.") % said})
    task.measure = measure
    task.save(update_fields=["measure"])


@transaction.atomic
def prepare_correction(
    dossier: Dossier,
    *,
    outlet: str,
    grounds: str,
    by: Any,
    article_url: str = "",
    item: MisinformationItem | None = None,
) -> CorrectionRequest:
    """Prepare a letter to the outlet that published a falsehood (NĐ 244/2026 Đ7.6)."""
    dossier = held(dossier)
    authority = require(Event.CORRECTION, dossier, by)
    require_legal(dossier, Event.CORRECTION)
    request = CorrectionRequest(
        dossier=dossier,
        item=item,
        outlet=outlet.strip(),
        grounds=grounds.strip(),
        article_url=article_url,
        agency=authority.agency,
        prepared_by=by,
    )
    keep(screen(request, dossier, _("a correction request"), by=by))
    record(dossier, Event.CORRECTION, authority=authority, facts=facts_of(request))
    return request


@transaction.atomic
def move_correction(
    request: CorrectionRequest, *, to: str, by: Any, upload: Any = None, **facts: Any
) -> CorrectionRequest:
    """Send it, record the answer or its absence, its publication, its refusal, its end. Raises IllegalTransition."""
    dossier = held(request.dossier)
    authority = require(Event.CORRECTION, dossier, by)
    if not may_follow(request.state, to):
        said = {"state": request.get_state_display(), "target": CorrectionState(to).label}
        raise IllegalTransition(_("A request that is “%(state)s” cannot become “%(target)s”.") % said)
    request.state = to
    for name, value in facts.items():
        setattr(request, name, value)
    refuse_future(sent_at=request.sent_at, answered_at=request.answered_at)
    request.letter = keep_file_if_any(dossier, upload, by=by) or request.letter
    if not request.case:
        screen(request, dossier, _("a correction request"), by=by)
    keep(request)
    if to == CorrectionState.SENT:
        note_as_measure(request, by)
    record(dossier, Event.CORRECTION, authority=authority, facts=facts_of(request))
    return request


def note_as_measure(request: CorrectionRequest, by: Any) -> None:
    """A letter sent is a measure too; it is never the statement."""
    measure = ResponseMeasure(
        dossier=request.dossier,
        kind=MeasureKind.CORRECTION_REQUEST,
        at=request.sent_at or timezone.now(),
        title=_("Request for correction to %(outlet)s") % {"outlet": request.outlet},
        number=request.letter_number,
        link=request.article_url,
        agency=request.agency,
        file=request.letter,
        recorded_by=by,
        case=request.case,
    )
    keep(measure)


def facts_of(request: CorrectionRequest) -> dict[str, Any]:
    return {"correction": request.pk, "state": request.state}
