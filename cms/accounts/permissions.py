"""The one place where seats become rights. A right is a seat, and a person on it, on a day."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from cms.core import clock
from cms.organisation.choices import Function
from cms.organisation.models import Agency, FunctionAssignment

from . import rights
from .choices import SeatKind
from .models import Delegation, Seat, SeatAssignment, User

LEAD, UNIT = Function.FOREIGN_INFO_LEAD, Function.FOREIGN_INFO_UNIT
SECURITY = (Function.SECURITY_OPERATOR, Function.ICT_SPECIALISED)


@dataclass(frozen=True)
class Authority:
    """In whose seat a person acts."""

    user: User
    seat: Seat
    delegation: Delegation | None = None
    custodian: User | None = None
    functions: frozenset[str] = frozenset()

    @property
    def on_behalf_of(self) -> User | None:
        """The custodian in whose name a delegate signs; nobody when the person sits there."""
        return self.custodian if self.delegation else None

    @property
    def agency(self) -> Agency:
        return self.seat.agency


def authorities(user: Any, on: datetime.date | None = None) -> list[Authority]:
    """All seats in which the person may act on the day: their own, then those delegated to them."""
    if not getattr(user, "pk", None) or not user.is_active or user.closed_at:
        return []
    day = on or clock.today()
    known: dict[datetime.date, list[Authority]] = remembered(user, "_authorities")
    if day not in known:
        known[day] = look_up(user, day)
    return known[day]


def forget(user: User) -> None:
    """Read the person's seats anew; said after a change to them."""
    for kept in ("_authorities", "_granted"):
        if hasattr(user, kept):
            delattr(user, kept)


def remembered(user: User, name: str) -> dict[datetime.date, Any]:
    """What was asked about the person before: kept on the person, not on the wrapper in which a request brings them."""
    if not hasattr(user, name):
        setattr(user, name, {})
    return getattr(user, name)


def look_up(user: User, day: datetime.date) -> list[Authority]:
    """Three short questions: what was delegated, who sits where, and which functions their agencies hold."""
    delegations = {row.seat_id: row for row in Delegation.objects.in_force(day).filter(to_user=user).by_date()}
    theirs = Q(user=user) | Q(seat__in=delegations) if delegations else Q(user=user)
    known = SeatAssignment.objects.filter(theirs).select_related("seat__agency", "user").order_by("pk")
    rows = [row for row in known if row.is_in_force(day)]
    functions = held({row.seat.agency_id for row in rows}, day)
    own = [row for row in rows if row.user_id == user.pk]
    lent = [row for row in rows if row.user_id != user.pk]
    return [
        *(Authority(user, row.seat, None, user, functions[row.seat.agency_id]) for row in own),
        *(Authority(user, row.seat, delegations[row.seat_id], row.user, functions[row.seat.agency_id]) for row in lent),
    ]


def held(agencies: set[int], day: datetime.date) -> dict[int, frozenset[str]]:
    """Which of the deciding functions each of these agencies holds on the day."""
    assignments = FunctionAssignment.objects.on(day).filter(agency__in=agencies, function__in=(LEAD, UNIT, *SECURITY))
    pairs = list(assignments.values_list("agency", "function")) if agencies else []
    return {agency: frozenset(function for holder, function in pairs if holder == agency) for agency in agencies}


def authority(user: Any, kind: str, agency: Agency | None = None, on: datetime.date | None = None) -> Authority | None:
    """By which seat of the kind the person may act on the day, for the agency when one is named."""
    found = (each for each in authorities(user, on) if each.seat.kind == kind)
    return next((each for each in found if agency is None or each.seat.agency_id == agency.pk), None)


def with_function(user: Any, kind: str, functions: tuple[str, ...], on: datetime.date | None) -> Authority | None:
    """By which seat of the kind, in an agency that holds one of the functions on the day."""
    found = (each for each in authorities(user, on) if each.seat.kind == kind)
    return next((each for each in found if each.functions.intersection(functions)), None)


def is_contributor(user: Any, agency: Agency, on: datetime.date | None = None) -> Authority | None:
    return authority(user, SeatKind.CONTRIBUTE, agency, on)


def is_lead(user: Any, agency: Agency, on: datetime.date | None = None) -> Authority | None:
    return authority(user, SeatKind.APPROVE, agency, on)


def is_moderator(user: Any, on: datetime.date | None = None) -> Authority | None:
    """An appraiser of the unit that operates foreign information on the day."""
    return with_function(user, SeatKind.MODERATE, (UNIT,), on)


def is_director(user: Any, on: datetime.date | None = None) -> Authority | None:
    """An approver of the agency that leads foreign information on the day, or their delegate."""
    return with_function(user, SeatKind.APPROVE, (LEAD,), on)


def is_security(user: Any, on: datetime.date | None = None) -> Authority | None:
    """A keeper of security, in the agency that holds that function on the day."""
    return with_function(user, SeatKind.SECURE, SECURITY, on)


def is_screener(user: Any, on: datetime.date | None = None) -> Authority | None:
    return authority(user, SeatKind.SCREEN, on=on)


def is_auditor(user: Any, on: datetime.date | None = None) -> Authority | None:
    return authority(user, SeatKind.AUDIT, on=on)


def agencies(user: Any, *kinds: str, on: datetime.date | None = None) -> QuerySet[Agency]:
    """The agencies for which the person holds such a seat on the day; any seat when no kind is named."""
    found = [each.seat.agency_id for each in authorities(user, on) if not kinds or each.seat.kind in kinds]
    return Agency.objects.filter(pk__in=found)


def has_lead(agency: Agency, on: datetime.date | None = None) -> bool:
    """Whether somebody sits on an approval seat of the agency on the day."""
    return SeatAssignment.objects.in_force(on).filter(seat__agency=agency, seat__kind=SeatKind.APPROVE).exists()


def holders(kind: str, agency: Agency | None = None, on: datetime.date | None = None) -> list[User]:
    """Who sits on a seat of the kind on the day, in one agency or in all; delegates are not among them."""
    seated = SeatAssignment.objects.in_force(on).filter(seat__kind=kind).select_related("user").order_by("pk")
    return [each.user for each in (seated.filter(seat__agency=agency) if agency else seated)]


def is_staff(user: Any, on: datetime.date | None = None) -> bool:
    """Whether the person has any seat at all on the day."""
    return bool(authorities(user, on))


def roles(user: Any, on: datetime.date | None = None) -> set[str]:
    """The roles of the matrix that the person's seats give on the day."""
    kinds = {each.seat.kind for each in authorities(user, on)}
    asked = {
        rights.CON: SeatKind.CONTRIBUTE in kinds,
        rights.LEAD: SeatKind.APPROVE in kinds,
        rights.MOD: bool(is_moderator(user, on)),
        rights.DIR: bool(is_director(user, on)),
        rights.SEC: bool(is_security(user, on)),
        rights.SCR: SeatKind.SCREEN in kinds,
        rights.AUD: SeatKind.AUDIT in kinds,
    }
    return {role for role, answer in asked.items() if answer}


def granted(user: Any, on: datetime.date | None = None) -> set[str]:
    """Every model permission of the person on the day, from the roles of their seats; a screen asks for it often."""
    if not is_staff(user, on):
        return set()
    day = on or clock.today()
    known: dict[datetime.date, set[str]] = remembered(user, "_granted")
    if day not in known:
        known[day] = set(rights.ENTRANCE).union(*(rights.OF_ROLE[role] for role in roles(user, day)))
    return known[day]
