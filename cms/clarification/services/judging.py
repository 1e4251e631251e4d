"""Handing in, appraisal, return per part, approval, escalation. None of these stops or resets a clock."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts import permissions as seats
from cms.accounts.choices import SeatKind
from cms.moderation.services import NotDeclared

from ..choices import Event, Letter, MeasureKind
from ..completeness import missing, parts_of
from ..models import ClarificationDossierPage as Dossier
from ..models import DossierStep, PartReturn
from ..permissions import require
from . import clocks
from .recording import ReasonOwed, held, keep, keep_dossier, record, require_legal
from .screening import screen, screened_reason


class DossierIncomplete(ValidationError):
    """Parts lack something; the sentences say what, part by part."""


@transaction.atomic
def submit(dossier: Dossier, *, declaration: bool, by: Any) -> Dossier:
    """The agency's lead hands it in: five parts complete, declared free of secrets."""
    dossier = held(dossier)
    authority = require(Event.SUBMIT, dossier, by)
    require_legal(dossier, Event.SUBMIT)
    if lacking := missing(parts_of(dossier)):
        raise DossierIncomplete(lacking)
    if not declaration:
        raise NotDeclared(_("Declare that the text and its files hold no state secret."))
    dossier.round, dossier.submitted_at, dossier.submitted_by = dossier.round + 1, timezone.now(), by
    dossier.assignee = None
    versions = dict(dossier.parts.values_list("letter", "version"))
    facts = {"round": dossier.round, "versions": versions, "declared": True}
    changed = ("round", "submitted_at", "submitted_by", "assignee")
    record(dossier, Event.SUBMIT, authority=authority, facts=facts, changed=changed)
    if authority.seat.kind != SeatKind.APPROVE:
        record(dossier, Event.NO_LEAD)
    return dossier


@transaction.atomic
def take(dossier: Dossier, *, by: Any) -> Dossier:
    """A moderator takes it for appraisal, also from a colleague who is away."""
    dossier = held(dossier)
    authority = require(Event.TAKE, dossier, by)
    require_legal(dossier, Event.TAKE)
    dossier.assignee = by
    record(dossier, Event.TAKE, authority=authority, changed=("assignee",))
    return dossier


@transaction.atomic
def return_parts(dossier: Dossier, *, reasons: dict[str, str], by: Any) -> DossierStep:
    """The appraiser gives parts back, each with what to change. Both clocks run on."""
    dossier = held(dossier)
    authority = require(Event.RETURN, dossier, by)
    require_legal(dossier, Event.RETURN)
    wanted = {letter: text.strip() for letter, text in reasons.items() if text.strip() and letter in Letter.values}
    if not wanted:
        raise ReasonOwed(_("Say what to change in at least one part: its authors will read it."))
    letters = ", ".join(Letter(letter).sign for letter in wanted)
    said = _("Parts to be changed: %(parts)s.") % {"parts": letters}
    facts = {"round": dossier.round, "letters": list(wanted)}
    step = record(dossier, Event.RETURN, authority=authority, reason=said, facts=facts)
    for part in dossier.parts.filter(letter__in=wanted):
        note = PartReturn(
            part=part, step=step, version=part.version, round=dossier.round, reason=wanted[part.letter], by=by
        )
        keep(screen(note, dossier, _("what was asked for in part %(part)s") % {"part": part.sign}, by=by))
        part.is_finished = False
        part.save(update_fields=["is_finished"])
    return step


@transaction.atomic
def approve(dossier: Dossier, *, measures: Iterable[str], by: Any, reason: str = "") -> Dossier:
    """The director agrees on content and measures. It opens the way to the provincial pages, nothing else."""
    dossier = held(dossier)
    authority = require(Event.APPROVE, dossier, by)
    require_legal(dossier, Event.APPROVE)
    chosen = [kind for kind in measures if kind in MeasureKind.values]
    if not chosen:
        raise ValidationError({"measures": _("Choose at least one measure.")})
    dossier.planned_measures = chosen
    case = screened_reason(dossier, reason, by=by)
    facts, changed = {"measures": chosen}, ("planned_measures",)
    record(dossier, Event.APPROVE, authority=authority, reason=reason, facts=facts, case=case, changed=changed)
    clocks.settle(dossier, by=by)
    return dossier


@transaction.atomic
def escalate(dossier: Dossier, *, note: str, by: Any) -> Dossier:
    """Sensitive, or beyond the department's competence: the provincial People's Committee is asked. Clocks run on."""
    dossier = held(dossier)
    authority = require(Event.ESCALATE, dossier, by)
    if dossier.is_escalated:
        raise ValidationError(_("The People's Committee has been asked already."))
    case = screened_reason(dossier, note, by=by)
    record(dossier, Event.ESCALATE, authority=authority, reason=note, case=case)
    dossier.escalated_at, dossier.escalation_note = timezone.now(), _("under review") if case else note.strip()
    keep_dossier(dossier, "escalated_at", "escalation_note")
    return dossier


@transaction.atomic
def settle_escalation(dossier: Dossier, *, answer: str, by: Any) -> Dossier:
    """The People's Committee has answered."""
    dossier = held(dossier)
    authority = require(Event.SETTLE, dossier, by)
    if not dossier.is_escalated:
        raise ValidationError(_("The People's Committee was not asked."))
    case = screened_reason(dossier, answer, by=by)
    record(dossier, Event.SETTLE, authority=authority, reason=answer, case=case)
    dossier.escalated_at, dossier.escalation_note = None, ""
    keep_dossier(dossier, "escalated_at", "escalation_note")
    return dossier


def appraisers() -> list[Any]:
    """Who may take a dossier for appraisal today."""
    return [person for person in seats.holders(SeatKind.MODERATE) if seats.is_moderator(person)]
