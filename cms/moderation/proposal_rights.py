"""Who may do what with a proposed change: one question, asked by screens and services alike."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from cms.accounts import permissions as seats
from cms.accounts.permissions import Authority

from .models import ProposedChange
from .permissions import NotAllowed

DECIDE, WITHDRAW = "decide", "withdraw"


def must_propose(user: Any) -> bool:
    """A director's own change takes effect at once (A in the matrix); all others who may write in a list propose."""
    return not user.is_superuser and not seats.is_director(user)


def bar(act: str, change: ProposedChange, user: Any) -> str | None:
    """The sentence that says why the person may not; None: nothing bars."""
    is_own = change.proposed_by_id == user.pk
    if act == WITHDRAW:
        return None if is_own else _("Only whoever proposed it withdraws it.")
    if not seats.is_director(user):
        return _("A director decides on it.")
    return _("You proposed it: somebody else must decide.") if is_own else None


def may(act: str, change: ProposedChange, user: Any) -> bool:
    """Whether the button belongs on the person's screen."""
    return change.is_open and bar(act, change, user) is None


def require(act: str, change: ProposedChange, user: Any) -> Authority | None:
    """In which seat a director decides; raises NotAllowed with the reason."""
    if reason := bar(act, change, user):
        raise NotAllowed(reason)
    return seats.is_director(user) if act == DECIDE else None
