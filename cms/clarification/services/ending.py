"""After the answer: monitoring, closing with what was learned, opening again."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..choices import Event, Outcome, State
from ..models import ClarificationDossierPage as Dossier
from ..permissions import require
from .recording import ReasonOwed, held, record, require_legal
from .screening import screened_reason


@transaction.atomic
def monitor(dossier: Dossier, *, by: Any) -> Dossier:
    """The answer is out: from now on its effect is watched."""
    dossier = held(dossier)
    record(dossier, Event.MONITOR, authority=require(Event.MONITOR, dossier, by))
    return dossier


@transaction.atomic
def close(dossier: Dossier, *, outcome: str, lessons: str, by: Any) -> Dossier:
    """The director closes it, with its outcome and what was learned."""
    dossier = held(dossier)
    authority = require(Event.CLOSE, dossier, by)
    require_legal(dossier, Event.CLOSE)
    if not lessons.strip():
        raise ReasonOwed({"lessons": _("Say what was learned: it is why dossiers are closed by hand.")})
    if outcome not in Outcome.values:
        raise ValidationError({"outcome": _("Say how it ended.")})
    case = screened_reason(dossier, lessons, by=by)
    dossier.outcome, dossier.lessons = outcome, _("under review") if case else lessons.strip()
    dossier.closed_at = timezone.now()
    facts, changed = {"outcome": outcome}, ("outcome", "lessons", "closed_at")
    record(dossier, Event.CLOSE, authority=authority, reason=lessons, facts=facts, case=case, changed=changed)
    return dossier


@transaction.atomic
def reopen(dossier: Dossier, *, reason: str, by: Any) -> Dossier:
    """Go on with it; what was late stays late. What was dismissed before it had a lead is a detection again."""
    dossier = held(dossier)
    authority = require(Event.REOPEN, dossier, by)
    case = screened_reason(dossier, reason, by=by)
    target = None if dossier.lead_agency else State.DETECTED
    dossier.closed_at, dossier.assignee = None, None
    changed = ("closed_at", "assignee")
    record(dossier, Event.REOPEN, authority=authority, reason=reason, case=case, target=target, changed=changed)
    return dossier
