"""The state machine of a moderated item: from which states an event may happen, and where it leads."""

from typing import NamedTuple

from .choices import WAITING, Event, State

MAY_BE_SUBMITTED = (State.DRAFT, State.RETURNED, State.APPROVED, State.PUBLISHED, State.WITHDRAWN)
MAY_BE_WITHDRAWN = (State.PUBLISHED, State.SCHEDULED, State.RETURNED, *WAITING)  # while its older text is public
ANY = tuple(state for state in State if state is not State.PURGED)


class Transition(NamedTuple):
    """One line of the state machine. A reason is owed wherever somebody is refused something."""

    origins: tuple[State, ...]
    target: State | None  # None: the state stays, or the service names it
    reason_is_owed: bool = False


TRANSITIONS = {
    Event.SUBMIT: Transition(MAY_BE_SUBMITTED, State.SUBMITTED),
    Event.CLEAR: Transition((State.SUBMITTED,), State.AGENCY_CLEARED),
    Event.NO_LEAD: Transition((State.SUBMITTED,), State.AGENCY_CLEARED),
    Event.AGENCY_RETURN: Transition((State.SUBMITTED,), State.RETURNED, reason_is_owed=True),
    Event.TAKE: Transition((State.AGENCY_CLEARED,), State.IN_APPRAISAL),
    Event.RELEASE: Transition((State.IN_APPRAISAL,), State.AGENCY_CLEARED),
    Event.REASSIGN: Transition((State.AGENCY_CLEARED, State.IN_APPRAISAL), State.IN_APPRAISAL),
    Event.AMEND: Transition((State.IN_APPRAISAL,), State.SUBMITTED),
    Event.RETURN: Transition((State.IN_APPRAISAL, State.APPRAISED), State.RETURNED, reason_is_owed=True),
    Event.APPRAISE: Transition((State.IN_APPRAISAL,), State.APPRAISED),
    Event.SEND_BACK: Transition((State.APPRAISED,), State.AGENCY_CLEARED, reason_is_owed=True),
    Event.REJECT: Transition((State.IN_APPRAISAL, State.APPRAISED), State.REJECTED, reason_is_owed=True),
    Event.APPROVE: Transition((State.APPRAISED,), State.APPROVED),
    Event.SCHEDULE: Transition((State.APPROVED,), State.SCHEDULED),
    Event.PUBLISH: Transition((State.APPROVED, State.SCHEDULED), State.PUBLISHED),
    Event.RECALL: Transition((State.SUBMITTED, State.AGENCY_CLEARED, State.RETURNED), None),
    Event.WITHDRAW: Transition(MAY_BE_WITHDRAWN, State.WITHDRAWN, reason_is_owed=True),
    Event.RESTORE: Transition((State.WITHDRAWN,), State.APPROVED, reason_is_owed=True),
    Event.ARCHIVE: Transition((State.PUBLISHED, State.WITHDRAWN), State.ARCHIVED, reason_is_owed=True),
    Event.QUARANTINE: Transition(ANY, State.QUARANTINED),
    Event.PROPOSE_RELEASE: Transition((State.QUARANTINED,), State.QUARANTINED, reason_is_owed=True),
    Event.RELEASE_QUARANTINE: Transition((State.QUARANTINED,), None, reason_is_owed=True),
    Event.PURGE: Transition((State.QUARANTINED,), State.PURGED, reason_is_owed=True),
}


def allows(state: str, event: Event) -> bool:
    """Whether this may happen to an item in this state."""
    return state in TRANSITIONS[event].origins
