"""What starts the clocks: the department's notice, and the mark of major impact."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.organisation.models import Agency

from ..choices import Event, State
from ..models import ClarificationDossierPage as Dossier
from ..models import DeptNotice, ImpactMark
from ..permissions import of_its_agencies, require
from . import clocks
from .files import keep_file_if_any
from .recording import held, keep, keep_dossier, record, refuse_future, require_legal
from .screening import screen, screened_reason


@transaction.atomic
def take_notice(
    dossier: Dossier,
    *,
    number: str,
    dated_on: datetime.date | None,
    sent_at: datetime.datetime,
    received_at: datetime.datetime,
    by: Any,
    recipients: Iterable[Agency] = (),
    text: str = "",
    proof: str = "",
    scan: Any = None,
    proof_file: Any = None,
) -> DeptNotice:
    """Record a notice: confirmed by its recipient, or entered by the department with proof of delivery.

    The first one starts the seven days from its receipt; a later one is kept beside it.
    """
    dossier = held(dossier)
    authority = require(Event.NOTICE, dossier, by)
    require_legal(dossier, Event.NOTICE)
    refuse_unwritten(number, dated_on, sent_at, received_at)
    notice = DeptNotice(
        dossier=dossier,
        number=number.strip(),
        dated_on=dated_on or received_at.date(),
        sent_at=sent_at,
        received_at=received_at,
        text=text,
        proof=proof,
        is_confirmed_by_recipient=bool(of_its_agencies(by, dossier)),
        recorded_by=by,
    )
    notice.scan = keep_file_if_any(dossier, scan, by=by)
    notice.proof_file = keep_file_if_any(dossier, proof_file, by=by)
    keep(screen(notice, dossier, _("a notice"), by=by))
    notice.recipients.set([*recipients] or [dossier.lead_agency])
    target = State.NOTICED if dossier.state == State.OPENED else None
    known = {"notice": notice.pk, "number": notice.number}
    record(dossier, Event.NOTICE, authority=authority, happened_at=received_at, facts=known, target=target)
    clocks.start_clarify(dossier, notice, by=by)
    clocks.settle(dossier, by=by)
    return notice


def refuse_unwritten(
    number: str, dated_on: datetime.date | None, sent_at: datetime.datetime, received_at: datetime.datetime
) -> None:
    """Everything that is wrong with the notice at once, each beside its field."""
    wrong: dict[str, Any] = {}
    if not number.strip():
        wrong["number"] = _("Give the number of the notice.")
    if dated_on is None:
        wrong["dated_on"] = _("Give the date of the notice.")
    if received_at < sent_at:
        wrong["received_at"] = _("A notice cannot be received before it is sent.")
    if received_at > timezone.now():
        wrong["received_at"] = _("This lies in the future: record it once it has happened.")
    if wrong:
        raise ValidationError(wrong)


@transaction.atomic
def flag_impact(dossier: Dossier, *, at: datetime.datetime, reason: str, by: Any) -> ImpactMark:
    """The matter is of major impact, or opinions conflict: the 24 hours begin at that instant."""
    dossier = held(dossier)
    authority = require(Event.FLAG, dossier, by)
    if dossier.impact:
        raise ValidationError(_("It is marked as of major impact already; its 24 hours run on."))
    if not (dossier.lead_agency or dossier.reporting_agency):
        raise ValidationError(_("Name the agency that leads first: somebody has to keep the 24 hours."))
    refuse_future(at=at)
    mark = ImpactMark(dossier=dossier, determined_at=at, reason=reason.strip(), by=by)
    keep(screen(mark, dossier, _("the mark of major impact"), by=by))
    dossier.impact = mark
    record(dossier, Event.FLAG, authority=authority, happened_at=at, reason=reason, case=mark.case, changed=("impact",))
    clocks.start_initial(mark, by=by)
    clocks.settle(dossier, by=by)
    return mark


@transaction.atomic
def unflag_impact(dossier: Dossier, *, reason: str, by: Any) -> Dossier:
    """It is not of major impact after all: said with a reason, or not at all."""
    dossier = held(dossier)
    authority = require(Event.UNFLAG, dossier, by)
    mark = dossier.impact
    if mark is None:
        raise ValidationError(_("It is not marked as of major impact."))
    case = screened_reason(dossier, reason, by=by)
    record(dossier, Event.UNFLAG, authority=authority, reason=reason, case=case)
    said = _("under review") if case else reason.strip()
    mark.removed_at, mark.removed_by, mark.removal_reason = timezone.now(), by, said
    keep(mark)
    dossier.impact = None
    keep_dossier(dossier, "impact")
    clocks.waive_initial(mark, reason=said, by=by)
    return dossier
