"""Deeds on the account of a person."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.users.models import UserProfile

from cms.core import clock

from .. import permissions
from ..models import Delegation, SeatAssignment, User
from ..passwords import one_time_password
from .refusals import require, require_equal, require_reason


@transaction.atomic
def open_account(user: User, *, by: User | None) -> str:
    """Enter a new person; the answer is the one-time password, to be handed over in person."""
    require(by, "accounts.add_user")
    user.full_clean(exclude=["password"])
    password = issue(user)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": settings.LANGUAGE_CODE})
    log(user, "wagtail.create", user=by)
    return password


@transaction.atomic
def issue_password(user: User, *, by: User | None) -> str:
    """A new one-time password for somebody who lost theirs."""
    require(by, "accounts.change_user")
    require_equal(user, by)
    password = issue(user)
    log(user, "accounts.issue_password", user=by)
    return password


def issue(user: User) -> str:
    password = one_time_password()
    user.must_change_password = True
    user.set_password(password)
    user.save()
    return password


def choose_password(user: User, password: str) -> None:
    """The person's own choice: it ends the temporary password and opens the archive."""
    user.set_password(password)
    user.must_change_password = False
    user.save()


@transaction.atomic
def lock(user: User, *, reason: str, by: User | None) -> None:
    """Shut the account at once: whatever session is open ends with the next click."""
    require(by, "accounts.lock_user")
    require_equal(user, by)
    set_active(user, False)
    log(user, "accounts.lock", user=by, data={"reason": require_reason(reason)})


@transaction.atomic
def unlock(user: User, *, reason: str, by: User | None) -> None:
    """Open a locked account again. Who may only lock may not do this: it gives rights back."""
    require(by, "accounts.change_user")
    require_equal(user, by)
    if user.closed_at:
        raise ValidationError(_("A closed account cannot be opened again."), code="closed")
    set_active(user, True)
    log(user, "accounts.unlock", user=by, data={"reason": require_reason(reason)})


@transaction.atomic
def close(user: User, *, document: str, reason: str, by: User | None) -> None:
    """End the account for ever, by a written request. What the person made keeps their name."""
    require(by, "accounts.close_user")
    require_equal(user, by)
    if user.closed_at:
        raise ValidationError(_("This account is closed already."), code="closed")
    if not document.strip():
        raise ValidationError(_("Name the written request."), code="document")
    leave_everything(user)
    user.closed_at = timezone.now()
    user.set_unusable_password()
    set_active(user, False)
    log(user, "accounts.close", user=by, data={"reason": require_reason(reason), "document": document.strip()})


def leave_everything(user: User) -> None:
    """Seats, and delegations given and taken, end today."""
    today = clock.today()
    seats = SeatAssignment.objects.on(today).filter(user=user)
    Delegation.objects.on(today).filter(Q(to_user=user) | Q(seat__in=seats.values("seat"))).update(valid_to=today)
    seats.update(valid_to=today)


def set_active(user: User, active: bool) -> None:
    user.is_active = active
    user.save()
    permissions.forget(user)


def disable_if_left(user: User) -> None:
    """Without any seat, now or to come, there is nothing left to sign in for."""
    today = clock.today()
    sits = SeatAssignment.objects.filter(user=user).not_ended(today).exists()
    if user.is_superuser or sits or Delegation.objects.filter(to_user=user).not_ended(today).exists():
        return
    set_active(user, False)
