"""How a dossier begins: somebody comes upon false information, or the department asks for one in writing (Đ4.2)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.accounts.permissions import Authority
from cms.moderation.permissions import NotAllowed
from cms.organisation.models import Agency

from ..choices import Event, Letter, State, Trigger
from ..codes import put_on_shelf
from ..models import ClarificationDossierPage as Dossier
from ..models import DossierPart
from ..permissions import reporter_seat, require
from ..querysets import is_of_department
from .files import keep_file_if_any
from .proving import Claim, put_item
from .recording import held, keep_dossier, record
from .screening import hits_in, screened_reason, set_apart


@transaction.atomic
def detect(title: str, *, claim: Claim, by: Any) -> Dossier:
    """An agency, person, organisation or enterprise has come upon false information."""
    authority = reporter_seat(by)
    if authority is None:
        raise NotAllowed(_("This takes a seat that you do not hold today."))
    dossier = begin(title, by, state=State.DETECTED, trigger=Trigger.DETECTED, reporting_agency=authority.agency)
    record(dossier, Event.DETECT, authority=authority, happened_at=claim.first_seen_at)
    put_item(dossier, claim, by=by, authority=authority)
    scan_title(dossier, by)
    return dossier


@transaction.atomic
def request(
    title: str, *, number: str, dated_on: datetime.date | None, by: Any, claim: Claim | None = None, scan: Any = None
) -> Dossier:
    """The department asks for a dossier by a numbered document."""
    authority = is_of_department(by)
    if not authority:
        raise NotAllowed(_("Only the department asks for a dossier in writing."))
    if dated_on and dated_on > timezone.localdate():
        raise ValidationError({"request_date": _("The document cannot be dated in the future.")})
    dossier = begin(
        title,
        by,
        state=State.REQUESTED,
        trigger=Trigger.DEPT_REQUEST,
        request_number=number.strip(),
        request_date=dated_on,
    )
    record(dossier, Event.REQUEST, authority=authority, facts={"number": dossier.request_number})
    if kept := keep_file_if_any(dossier, scan, by=by):
        dossier.request_scan = kept
        keep_dossier(dossier, "request_scan")
    if claim:
        put_item(dossier, claim, by=by, authority=authority)
    scan_title(dossier, by)
    return dossier


def begin(title: str, by: Any, **facts: Any) -> Dossier:
    """The dossier on its shelf, with its five parts. Raises ValidationError for what must always be true."""
    if not title.strip():
        raise ValidationError({"title": _("Give it a title.")})
    dossier = Dossier(title=title.strip(), opened_by=by, opened_at=timezone.now(), owner=by, **facts)
    dossier.validate_constraints()
    put_on_shelf(dossier)
    DossierPart.objects.bulk_create([DossierPart(dossier=dossier, letter=letter) for letter in Letter])
    return dossier


def scan_title(dossier: Dossier, by: Any) -> None:
    """A marking in the title sets the whole dossier apart."""
    if hits := hits_in([dossier.title]):
        dossier.case = set_apart(dossier, _("the dossier"), hits, by=by)
        keep_dossier(dossier, "case")


@transaction.atomic
def open_dossier(dossier: Dossier, *, lead: Agency, related: Iterable[Agency] = (), by: Any) -> Dossier:
    """Fix who leads and who takes part: from now on these agencies and the department read it, nobody else."""
    dossier = held(dossier)
    authority = require(Event.OPEN, dossier, by)
    refuse_foreign_lead(dossier, lead, authority)
    dossier.lead_agency = lead
    others = [agency for agency in related if agency != lead]
    facts = {"lead": lead.pk, "agencies": [str(each) for each in (lead, *others)]}
    record(dossier, Event.OPEN, authority=authority, facts=facts, changed=("lead_agency",))
    dossier.related_agencies.set(others)
    return dossier


def refuse_foreign_lead(dossier: Dossier, lead: Agency, authority: Authority) -> None:
    """An agency opens for itself; giving a dossier to another agency is the department's."""
    is_department = is_of_department(authority.user)
    if not is_department and lead.pk != authority.seat.agency_id:
        raise NotAllowed(_("Only the department gives a dossier to another agency."))
    if not lead.is_valid():
        raise ValidationError({"lead": _("%(agency)s no longer exists today.") % {"agency": lead}})


@transaction.atomic
def relate(dossier: Dossier, *, related: Iterable[Agency], by: Any) -> Dossier:
    """Change which agencies take part; whoever is no longer listed reads it no longer."""
    dossier = held(dossier)
    authority = require(Event.RELATE, dossier, by)
    others = [agency for agency in related if agency.pk != dossier.lead_agency_id]
    record(dossier, Event.RELATE, authority=authority, facts={"agencies": [str(each) for each in others]})
    dossier.related_agencies.set(others)
    left_out = dossier.parts.exclude(agency=None).exclude(agency__in=[*others, dossier.lead_agency])
    left_out.update(agency=None)
    return dossier


@transaction.atomic
def dismiss(dossier: Dossier, *, ground: str, reason: str, by: Any) -> Dossier:
    """It is not false, not the province's field, or another body's: no dossier follows."""
    dossier = held(dossier)
    authority = require(Event.DISMISS, dossier, by)
    dossier.dismissal_ground = ground
    case = screened_reason(dossier, reason, by=by)
    facts, changed = {"ground": ground}, ("dismissal_ground",)
    record(dossier, Event.DISMISS, authority=authority, reason=reason, facts=facts, case=case, changed=changed)
    return dossier
