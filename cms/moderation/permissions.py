"""Who may make an event happen to an item: the seat it takes, and the people the four-eyes rule bars."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from cms.accounts import permissions as seats
from cms.accounts.permissions import Authority

from .choices import Event, State
from .models import ItemStatus, Step
from .transitions import allows

BY_AGENCY = {Event.SUBMIT, Event.RECALL}
BY_LEAD = {Event.CLEAR, Event.AGENCY_RETURN}
BY_MODERATOR = {Event.TAKE, Event.RELEASE, Event.APPRAISE, Event.AMEND}
BY_DIRECTOR = {Event.SEND_BACK, Event.REJECT, Event.APPROVE, Event.WITHDRAW, Event.RESTORE, Event.ARCHIVE}
BY_SCREENER = {Event.QUARANTINE, Event.PROPOSE_RELEASE, Event.RELEASE_QUARANTINE, Event.PURGE}
NOT_BY_AUTHORS = {
    Event.CLEAR,
    Event.AGENCY_RETURN,
    Event.APPRAISE,
    Event.APPROVE,
    Event.SEND_BACK,
    Event.REJECT,
    Event.RESTORE,
}
FOR_THE_APPRAISER = {Event.APPRAISE, Event.RELEASE, Event.RETURN}
NOT_BY_EARLIER_JUDGES = {Event.APPROVE, Event.RESTORE}


class NotAllowed(PermissionDenied):
    """The person has no seat for this, or wrote the text, or took another step on it."""


def seat_for(event: Event, status: ItemStatus, user: Any) -> Authority | None:
    """The seat in which the person would act, read on the day."""
    if event in BY_AGENCY:
        return seats.is_contributor(user, status.agency) or seats.is_lead(user, status.agency)
    if event in BY_LEAD:
        return seats.is_lead(user, status.agency)
    if event in BY_MODERATOR:
        return seats.is_moderator(user)
    if event in BY_DIRECTOR:
        return seats.is_director(user)
    if event in BY_SCREENER:
        return seats.is_screener(user)
    return moderator_or_director(event, status, user)


def moderator_or_director(event: Event, status: ItemStatus, user: Any) -> Authority | None:
    """Reassigning is for both; a return is the appraiser's until the appraisal is done, then the director's."""
    if event is Event.RETURN:
        return seats.is_director(user) if status.state == State.APPRAISED else seats.is_moderator(user)
    return seats.is_moderator(user) or seats.is_director(user)


def bar(event: Event, status: ItemStatus, user: Any) -> str | None:
    """The sentence that says why a person with the right seat may still not do this; None: nothing bars."""
    if event in FOR_THE_APPRAISER and status.state == State.IN_APPRAISAL and status.assignee_id != user.pk:
        return _("%(person)s has taken this item for appraisal.") % {"person": status.assignee}
    if event is Event.WITHDRAW and not (status.state == State.SCHEDULED or status.item.live):
        return _("It is not public: there is nothing to withdraw.")
    if event in NOT_BY_AUTHORS and user.pk in status.item.authors():
        return _("You wrote in this text: somebody else must judge it.")
    if event in NOT_BY_EARLIER_JUDGES and user.pk in earlier_judges(status):
        return _("You took another step on this item: somebody else must approve it.")
    return None


def earlier_judges(status: ItemStatus) -> set[int | None]:
    """Who cleared or appraised the text of the current submission."""
    steps = Step.objects.filter(status=status, submission=status.submission, event__in=[Event.CLEAR, Event.APPRAISE])
    return set(steps.filter(round=status.round).values_list("by", flat=True))


def may(event: Event, status: ItemStatus, user: Any) -> bool:
    """Whether a button for this belongs on the person's screen."""
    return allows(status.state, event) and bool(seat_for(event, status, user)) and not bar(event, status, user)


def require(event: Event, status: ItemStatus, user: Any) -> Authority:
    """The seat in which the person acts, or a refusal that says why."""
    authority = seat_for(event, status, user)
    if not authority:
        raise NotAllowed(_("This takes a seat that you do not hold today."))
    if reason := bar(event, status, user):
        raise NotAllowed(reason)
    return authority
