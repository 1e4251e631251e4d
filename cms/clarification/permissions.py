"""Who may make an event happen to a dossier: the seat it takes, and what bars a person who has that seat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from cms.accounts import permissions as seats
from cms.accounts.choices import SeatKind
from cms.accounts.permissions import Authority
from cms.moderation.permissions import NotAllowed

from .choices import Event, State
from .models import ClarificationDossierPage as Dossier
from .models import DossierPart, PartVersion
from .querysets import is_of_department, own_agencies

Rule = Callable[[Any, Dossier], Authority | None]


def department(user: Any, dossier: Dossier) -> Authority | None:
    return is_of_department(user)


def moderator(user: Any, dossier: Dossier) -> Authority | None:
    return seats.is_moderator(user)


def director(user: Any, dossier: Dossier) -> Authority | None:
    return seats.is_director(user)


def screener(user: Any, dossier: Dossier) -> Authority | None:
    return seats.is_screener(user)


def of_its_agencies(user: Any, dossier: Dossier) -> Authority | None:
    """A contributor or lead of the lead agency or of a related one; before it is opened, of the one that found it."""
    theirs: set[int | None] = {*dossier.agencies} or {dossier.reporting_agency_id}
    kinds = (SeatKind.CONTRIBUTE, SeatKind.APPROVE)
    held = (each for each in seats.authorities(user) if each.seat.kind in kinds)
    return next((each for each in held if each.seat.agency_id in theirs), None)


def agency_or_department(user: Any, dossier: Dossier) -> Authority | None:
    return of_its_agencies(user, dossier) or department(user, dossier)


def of_lead_agency(user: Any, dossier: Dossier) -> Authority | None:
    agency = dossier.lead_agency or dossier.reporting_agency
    return agency and (seats.is_contributor(user, agency) or seats.is_lead(user, agency))


def lead(user: Any, dossier: Dossier) -> Authority | None:
    """The agency's lead; its contributor where nobody sits there."""
    agency = dossier.lead_agency or dossier.reporting_agency
    if agency is None:
        return None
    return seats.is_lead(user, agency) or (None if has_lead(dossier) else seats.is_contributor(user, agency))


def has_lead(dossier: Dossier) -> bool:
    """Whether somebody sits on the approval seat of its agency; a screen has fetched it with the dossier."""
    known = getattr(dossier, "agency_has_lead", None)
    agency = dossier.lead_agency or dossier.reporting_agency
    return bool(agency and seats.has_lead(agency)) if known is None else known


def lead_or_department(user: Any, dossier: Dossier) -> Authority | None:
    return lead(user, dossier) or department(user, dossier)


def lead_agency_or_department(user: Any, dossier: Dossier) -> Authority | None:
    return of_lead_agency(user, dossier) or department(user, dossier)


def who_reopens(user: Any, dossier: Dossier) -> Authority | None:
    """What was closed, the director; what was dismissed, a moderator; what is monitored, either."""
    by_state: dict[str, Rule] = {State.CLOSED: director, State.DISMISSED: moderator}
    return by_state.get(dossier.state, department)(user, dossier)


RULES: dict[Event, Rule] = {
    Event.REQUEST: department,
    Event.OPEN: lead_or_department,
    Event.DISMISS: moderator,
    Event.NOTICE: agency_or_department,
    Event.EDIT: agency_or_department,
    Event.SUBMIT: lead,
    Event.TAKE: moderator,
    Event.RETURN: moderator,
    Event.APPROVE: director,
    Event.ESCALATE: department,
    Event.SETTLE: department,
    Event.MONITOR: department,
    Event.CLOSE: director,
    Event.REOPEN: who_reopens,
    Event.ASSIGN: lead_agency_or_department,
    Event.UNASSIGN: lead_agency_or_department,
    Event.MARK_RELEASE: lead_agency_or_department,
    Event.RELATE: lead_or_department,
    Event.ASK_ATTENDANCE: department,
    Event.UNFLAG: lead_or_department,
    Event.PROPOSE_RELEASE: screener,
    Event.RELEASE: screener,
    Event.PURGE: screener,
}


def seat_for(event: Event, dossier: Dossier, user: Any) -> Authority | None:
    """The seat in which the person would act, read on the day."""
    return RULES.get(event, agency_or_department)(user, dossier)


def reporter_seat(user: Any) -> Authority | None:
    """Who may record false information: every contributor and lead, and the department."""
    kinds = (SeatKind.CONTRIBUTE, SeatKind.APPROVE, SeatKind.MODERATE)
    return next((each for each in seats.authorities(user) if each.seat.kind in kinds), None)


def wrote(dossier: Dossier, user: Any) -> bool:
    """Whether the person's hand is in one of the five parts; a screen has fetched it with the dossier."""
    if getattr(dossier, "reader", None) == user.pk:
        return dossier.reader_wrote  # type: ignore[attr-defined]
    return PartVersion.objects.filter(part__dossier=dossier, by=user).exists()


def bar(event: Event, dossier: Dossier, user: Any, part: DossierPart | None = None) -> str | None:
    """The sentence that says why a person with the right seat may still not do this; None: nothing bars."""
    if dossier.is_withheld and RULES.get(event) is not screener:
        return _("It is under review for secrecy.")
    if event is Event.MEASURE and dossier.state == State.OPENED and not dossier.has_impact:
        return _("A measure is recorded once a notice has been received, or the matter is of major impact.")
    if event is Event.CLOSE and has_open_cases(dossier):
        return _("Something in it is still under review for secrecy.")
    if part is not None and (sentence := bar_part(dossier, user, part)):
        return sentence
    return bar_judges(event, dossier, user)


def has_open_cases(dossier: Dossier) -> bool:
    """Whether a piece of it is set apart; a screen has counted them with the dossier."""
    known = getattr(dossier, "open_cases", None)
    return dossier.screening_cases.filter(closed_at=None).exists() if known is None else known > 0


def bar_part(dossier: Dossier, user: Any, part: DossierPart) -> str | None:
    """A part given to one agency is written by that agency, by the lead agency and by the department."""
    if (
        part.agency is None
        or department(user, dossier)
        or own_agencies(user) & {part.agency_id, dossier.lead_agency_id}
    ):
        return None
    return _("Part %(part)s is given to %(agency)s.") % {"part": part.sign, "agency": part.agency}


def bar_judges(event: Event, dossier: Dossier, user: Any) -> str | None:
    """Four eyes: who wrote does not hand in or judge; who appraised does not approve."""
    if event is Event.RETURN and dossier.assignee_id != user.pk:
        return _("%(person)s has taken this dossier for appraisal.") % {"person": dossier.assignee}
    if event is Event.TAKE and dossier.assignee_id == user.pk:
        return _("You have taken it already.")
    if event is Event.SUBMIT and wrote(dossier, user) and has_lead(dossier):
        return _("You wrote in it: another lead of your agency, or a delegate, must hand it in.")
    if event in (Event.TAKE, Event.APPROVE) and wrote(dossier, user):
        return _("You wrote in it: somebody else must judge it.")
    if event is Event.APPROVE and user.pk in (dossier.assignee_id, dossier.submitted_by_id):
        return _("You took another step on it: somebody else must approve it.")
    return None


def may(event: Event, dossier: Dossier, user: Any, part: DossierPart | None = None) -> bool:
    """Whether a button for this belongs on the person's screen."""
    return dossier.allows(event) and bool(seat_for(event, dossier, user)) and not bar(event, dossier, user, part)


def require(event: Event, dossier: Dossier, user: Any, part: DossierPart | None = None) -> Authority:
    """The seat in which the person acts, or a refusal that says why."""
    authority = seat_for(event, dossier, user)
    if not authority:
        raise NotAllowed(_("This takes a seat that you do not hold today."))
    if reason := bar(event, dossier, user, part):
        raise NotAllowed(reason)
    return authority


def reads_reporters(user: Any) -> bool:
    """Whether the names of protected reporters are for this person: the department alone."""
    return bool(is_of_department(user))
