"""Deeds on a seat: opening it within the quota, and who sits on it."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.core import clock
from cms.core.clock import day_before
from cms.organisation.models import Agency

from .. import permissions
from ..choices import SeatState
from ..models import Delegation, Seat, SeatAssignment, User
from .people import disable_if_left
from .refusals import require, require_reason


@transaction.atomic
def open_seat(
    agency: Agency,
    kind: str,
    *,
    by: User | None,
    from_: datetime.date | None = None,
    until: datetime.date | None = None,
    legal_basis: str = "",
) -> Seat:
    """Give the agency one more seat of the kind, if its quota allows."""
    require(by, "accounts.add_seat")
    seat = Seat(agency=agency, kind=kind, valid_from=from_ or clock.today(), valid_to=until)
    seat.legal_basis = legal_basis
    enter(seat)
    log(seat, "wagtail.create", user=by)
    return seat


def enter(seat: Seat) -> None:
    """Write a new seat in the lowest free place of the quota."""
    # The row of the agency is held, so that two clerks cannot take the last place at once.
    Agency.objects.select_for_update().get(pk=seat.agency_id)
    seat.full_clean()
    seat.save()


@transaction.atomic
def seat_person(
    seat: Seat,
    user: User,
    *,
    document_number: str,
    document_date: datetime.date,
    by: User | None,
    from_: datetime.date | None = None,
    **details: Any,
) -> SeatAssignment:
    """Put a person on an empty seat, by a written document."""
    require(by, "accounts.add_seatassignment")
    assignment = SeatAssignment(seat=seat, user=user, valid_from=from_ or clock.today(), **details)
    assignment.document_number, assignment.document_date = document_number, document_date
    if user.closed_at:
        raise ValidationError(_("A closed account cannot sit on a seat."), code="closed")
    assignment.full_clean()
    assignment.save()
    log(assignment, "wagtail.create", user=by, data={"document": document_number})
    permissions.forget(user)
    return assignment


@transaction.atomic
def change_custodian(
    seat: Seat,
    to: User,
    *,
    document_number: str,
    document_date: datetime.date,
    by: User | None,
    on: datetime.date | None = None,
    **details: Any,
) -> SeatAssignment:
    """Hand the seat, never the account, to another person: the old custodian's access ends the day before."""
    day = on or clock.today()
    # Row by row: whoever hands over at the same moment waits here.
    Seat.objects.select_for_update().get(pk=seat.pk)
    leave_seat(seat, last_day=day_before(day), by=by)
    return seat_person(
        seat, to, document_number=document_number, document_date=document_date, by=by, from_=day, **details
    )


def leave_seat(seat: Seat, *, last_day: datetime.date, by: User | None) -> None:
    """End what is held on the seat, and what was delegated from it; somebody with no seat left cannot sign in."""
    require(by, "accounts.change_seatassignment")
    next_day = clock.day_after(last_day)
    for assignment in SeatAssignment.objects.filter(seat=seat).not_ended(next_day).select_related("user"):
        end(assignment, last_day)
        log(assignment, "accounts.leave", user=by, data={"last_day": str(last_day)})
        if last_day < clock.today():
            disable_if_left(assignment.user)
        permissions.forget(assignment.user)
    for delegation in Delegation.objects.filter(seat=seat).not_ended(next_day):
        revoke(delegation, last_day)


def revoke(delegation: Delegation, last_day: datetime.date) -> None:
    """A delegation that would outlast its ground ends with it; one that has not begun is taken back whole."""
    if not delegation.is_valid(last_day):
        delegation.revoked_at = timezone.now()
    else:
        delegation.valid_to = last_day
    delegation.save(update_fields=["valid_to", "revoked_at"])


def end(record: Any, last_day: datetime.date) -> None:
    """Let a dated record end; one that would begin after its end cannot."""
    record.valid_to = last_day
    if not record.ends_after_it_starts:
        message = _("“%(record)s” begins only on %(day)s.") % {"record": record, "day": record.valid_from}
        raise ValidationError(message, code="begins_later")
    record.save(update_fields=["valid_to"])


@transaction.atomic
def suspend(seat: Seat, *, reason: str, by: User | None) -> None:
    """Nobody acts in the seat until it is resumed."""
    require(by, "accounts.suspend_seat")
    set_state(seat, SeatState.SUSPENDED)
    log(seat, "accounts.suspend", user=by, data={"reason": require_reason(reason)})


@transaction.atomic
def resume(seat: Seat, *, reason: str, by: User | None) -> None:
    """Let the seat be used again: a grant, so not for those who may only suspend."""
    require(by, "accounts.change_seat")
    if seat.state == SeatState.CLOSED:
        raise ValidationError(_("A closed seat cannot be opened again."), code="closed")
    set_state(seat, SeatState.ACTIVE)
    log(seat, "accounts.resume", user=by, data={"reason": require_reason(reason)})


@transaction.atomic
def close_seat(seat: Seat, *, reason: str, by: User | None) -> None:
    """End the seat for ever; its place in the quota is free again."""
    require(by, "accounts.change_seat")
    leave_seat(seat, last_day=clock.today(), by=by)
    end(seat, clock.today())
    set_state(seat, SeatState.CLOSED)
    log(seat, "accounts.close", user=by, data={"reason": require_reason(reason)})


def set_state(seat: Seat, state: str) -> None:
    seat.state = state
    seat.save(update_fields=["state"])
