"""The one writer of states: checks that the event is legal, moves the dossier, and adds a row to its story."""

from __future__ import annotations

import datetime
import hashlib
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.permissions import Authority
from cms.moderation.services.recording import AlreadyDone, IllegalTransition, ReasonOwed

from ..choices import Event, State
from ..models import ClarificationDossierPage as Dossier
from ..models import DossierStep, ScreeningCase
from ..transitions import TRANSITIONS

SILENT = (Event.NO_LEAD, Event.RESPOND, Event.QUARANTINE)  # what a person's step brings about by itself


def held(dossier: Dossier) -> Dossier:
    """The dossier as the database has it, locked until the transaction ends: two people cannot decide at once."""
    return Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)


def keep(row: Any) -> Any:
    """Save a row that is whole; raises ValidationError with the sentences of its fields and constraints."""
    row.clean_fields(exclude={field.name for field in row._meta.fields if needs_no_check(field, row)})
    row.validate_constraints()
    row.save()
    return row


def needs_no_check(field: Any, row: Any) -> bool:
    """Other records were found before, and what may be empty may be empty: it is not typed by people."""
    return isinstance(field, models.ForeignKey) or (field.null and getattr(row, field.attname) is None)


def keep_dossier(dossier: Dossier, *names: str) -> None:
    """Save these fields of the dossier, if what must always be true of it is."""
    dossier.validate_constraints()
    dossier.save(clean=False, update_fields=list(names))  # type: ignore[call-arg]  # Page's own save knows it


def refuse_future(**instants: datetime.datetime | None) -> None:
    """Nothing that is recorded lies ahead of the clock on the wall."""
    ahead = [name for name, at in instants.items() if at and at > timezone.now()]
    if ahead:
        raise ValidationError({name: _("This lies in the future: record it once it has happened.") for name in ahead})


def require_legal(dossier: Dossier, event: Event) -> None:
    """Raises IllegalTransition or AlreadyDone where the state machine has no such step."""
    if not dossier.allows(event):
        raise refusal(dossier, event)


def record(
    dossier: Dossier,
    event: Event,
    *,
    authority: Authority | None = None,
    reason: str = "",
    letter: str = "",
    happened_at: datetime.datetime | None = None,
    facts: dict[str, Any] | None = None,
    target: str | None = None,
    case: ScreeningCase | None = None,
    changed: tuple[str, ...] = (),
) -> DossierStep:
    """Move the dossier, save what else has changed of it, and keep what happened.

    Raises IllegalTransition, AlreadyDone or ReasonOwed.
    """
    require_legal(dossier, event)
    transition, reason = TRANSITIONS[event], reason.strip()
    if transition.reason_is_owed and not reason:
        raise ReasonOwed(_("Give the reason: it stays in the record."))
    before, dossier.state = dossier.state, target or transition.target or dossier.state
    if dossier.state != before or changed:
        keep_dossier(dossier, "state", *changed)
    known = {**(facts or {}), **({"reason_sha256": fingerprint(reason)} if reason else {})}
    last = DossierStep.objects.filter(dossier=dossier).order_by("-number").first()
    step = DossierStep(
        dossier=dossier,
        number=last.number + 1 if last else 1,
        event=event,
        state_before=before,
        state_after=dossier.state,
        letter=letter,
        happened_at=happened_at,
        reason=reason,
        facts=known,
        case=case,
        **acting(authority),
    )
    step.chain = step.link(last.chain if last else "")
    step.save()
    return step


def acting(authority: Authority | None) -> dict[str, Any]:
    """By whom, in which seat, on whose behalf."""
    if authority is None:
        return {}
    return {
        "by": authority.user,
        "seat": authority.seat,
        "on_behalf_of": authority.on_behalf_of,
        "delegation": authority.delegation,
    }


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def refusal(dossier: Dossier, event: Event) -> IllegalTransition:
    """What to tell somebody whose button no longer fits the dossier."""
    last = DossierStep.objects.filter(dossier=dossier).exclude(event__in=SILENT).select_related("by").last()
    said = {"event": event.label, "state": State(dossier.state).label, "person": last and last.by}
    if last and last.by:
        return AlreadyDone(
            _("It cannot be %(event)s: the dossier is now “%(state)s”, by %(person)s. Nothing was changed.") % said
        )
    return IllegalTransition(_("It cannot be %(event)s: the dossier is “%(state)s”. Nothing was changed.") % said)


def chain_is_whole(dossier: Dossier) -> bool:
    """Whether every step is still as it was written."""
    previous = ""
    for step in DossierStep.objects.filter(dossier=dossier).order_by("number"):
        if step.chain != step.link(previous):
            return False
        previous = step.chain
    return True
