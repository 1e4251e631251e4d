"""Refusals common to the services: not allowed, or without a reason."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from ..models import User


def require(by: User | None, permission: str) -> None:
    """Nobody but those who hold the permission; None is the archive itself, in a command."""
    if by is not None and not by.has_perm(permission):
        raise PermissionDenied(_("Your seats do not allow this."))


def require_equal(user: User, by: User | None) -> None:
    """The break-glass account is nobody's to touch but its own kind's."""
    if user.is_superuser and by is not None and not by.is_superuser:
        raise PermissionDenied(_("The break-glass account is not yours to change."))


def require_reason(reason: str) -> str:
    """A refusal, suspension or closing carries words that the person concerned can read."""
    if not reason.strip():
        raise ValidationError(_("Give the reason: the person concerned will read it."), code="reason")
    return reason.strip()
