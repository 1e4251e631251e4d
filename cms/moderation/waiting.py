"""What waits for a person, by the seats they hold today: to mend, to clear, to appraise, to approve, to screen."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from wagtail.models import Page

from cms.accounts import permissions as seats

from .choices import HIDDEN, WAITING, Event, State
from .models import Step

NOTHING = Q(pk=None)


def to_mend(user: Any) -> Q:
    """Returned to the person, or to somebody of the agency who has left since."""
    return Q(state=State.RETURNED, submission__submitted_by=user, agency__in=own(user))


def to_clear(user: Any) -> Q:
    """Handed in by others of the agencies for which the person leads."""
    return Q(state=State.SUBMITTED, agency__in=seats.agencies(user, "approve")) & ~handed_in_by(user)


def to_appraise(user: Any) -> Q:
    """Taken by the person and not yet decided."""
    return Q(state=State.IN_APPRAISAL, assignee=user)


def free_to_take(user: Any) -> Q:
    """Cleared, and nobody has taken it."""
    return Q(state=State.AGENCY_CLEARED) & ~handed_in_by(user) if seats.is_moderator(user) else NOTHING


def to_approve(user: Any) -> Q:
    """Appraised by others and written by others."""
    if not seats.is_director(user):
        return NOTHING
    earlier = Step.objects.filter(submission=OuterRef("submission"), by=user, event__in=[Event.CLEAR, Event.APPRAISE])
    return Q(state=State.APPRAISED) & ~handed_in_by(user) & Q(~Exists(earlier))


def to_screen(user: Any) -> Q:
    return Q(state=State.QUARANTINED) if seats.is_screener(user) else NOTHING


def for_me(user: Any) -> Q:
    """Everything that only moves when this person, or a colleague on the same kind of seat, acts."""
    return to_mend(user) | to_clear(user) | to_appraise(user) | free_to_take(user) | to_approve(user)


def for_my_unit(user: Any) -> Q:
    """What the person's own agencies have under way; for those who judge, what their unit has to judge."""
    rule = Q(agency__in=own(user), state__in=[*WAITING, State.RETURNED])
    if seats.is_moderator(user):
        rule |= Q(state__in=[State.AGENCY_CLEARED, State.IN_APPRAISAL])
    if seats.is_director(user):
        rule |= Q(state=State.APPRAISED)
    return rule


def handed_in_by(user: Any) -> Q:
    return Q(submission__submitted_by=user)


def followed_by(user: Any) -> Q:
    """What the person handed in or began: to be followed until it is public, screening included."""
    mine = Page.objects.filter(owner=user).annotate(key=Cast("pk", CharField()))
    return (handed_in_by(user) | Exists(mine.filter(key=OuterRef("object_id")))) & Q(agency__in=own(user))


def drafts_of(user: Any) -> Q:
    return followed_by(user) & Q(state=State.DRAFT)


def own(user: Any) -> Any:
    """The agencies for which the person writes."""
    return seats.agencies(user, "contribute", "approve")


def is_hidden(state: str) -> bool:
    """Its author is told only that it is under review."""
    return state in HIDDEN
