"""Deeds on delegations: written, dated, scoped, and never passed on."""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from .. import permissions
from ..models import Delegation, Seat, User
from .refusals import require_reason


@transaction.atomic
def delegate(
    seat: Seat,
    *,
    to: User,
    from_: datetime.date,
    until: datetime.date,
    scope: str,
    document_number: str,
    document_date: datetime.date,
    by: User | None,
    legal_basis: str = "",
) -> Delegation:
    """Record that the custodian lets another clear or approve in their name."""
    delegation = Delegation(seat=seat, to_user=to, valid_from=from_, valid_to=until, scope=scope)
    delegation.legal_basis = legal_basis
    delegation.document_number, delegation.document_date = document_number, document_date
    refuse_chain(seat, by)
    if to.closed_at or not to.is_active:
        raise ValidationError(_("The delegate's account is closed or locked."), code="closed")
    delegation.full_clean()
    delegation.save()
    log(delegation, "wagtail.create", user=by, data={"document": document_number})
    permissions.forget(to)
    return delegation


def refuse_chain(seat: Seat, by: User | None) -> None:
    """Only the custodian, or whoever administers seats, may give it; a delegate never passes it on."""
    if by is None or by.is_superuser:
        return
    in_seat = [each for each in permissions.authorities(by) if each.seat == seat]
    if in_seat and all(each.delegation for each in in_seat):
        raise PermissionDenied(_("A delegate cannot delegate further."))
    if not in_seat and not by.has_perm("accounts.add_delegation"):
        raise PermissionDenied(_("Only the custodian of the seat can delegate it."))


@transaction.atomic
def end_delegation(delegation: Delegation, *, reason: str, by: User | None) -> None:
    """Take the delegation back, from this moment on."""
    refuse_chain(delegation.seat, by)
    delegation.revoked_at = timezone.now()
    delegation.save(update_fields=["revoked_at"])
    log(delegation, "accounts.end_delegation", user=by, data={"reason": require_reason(reason)})
    permissions.forget(delegation.to_user)
