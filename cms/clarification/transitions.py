"""The state machine of a dossier (requirement 4.2), and the small one of a correction request (4.8)."""

from typing import NamedTuple

from .choices import MAY_BE_WRITTEN, OVER, UNDER_WAY, CorrectionState, Event, State

ALIVE = tuple(state for state in State if state not in OVER)


class Transition(NamedTuple):
    """One line of the state machine. A reason is owed wherever somebody is refused something, or it is undone."""

    origins: tuple[State, ...]
    target: State | None = None  # None: the state stays, or the service names it
    reason_is_owed: bool = False


TRANSITIONS: dict[Event, Transition] = {
    Event.DETECT: Transition((State.DETECTED,)),
    Event.REQUEST: Transition((State.REQUESTED,)),
    Event.OPEN: Transition((State.DETECTED, State.REQUESTED), State.OPENED),
    Event.DISMISS: Transition((State.DETECTED,), State.DISMISSED, reason_is_owed=True),
    # A notice that comes while the parts are written, or later, starts the clock and leaves the state as it is.
    Event.NOTICE: Transition(UNDER_WAY),
    Event.EDIT: Transition(MAY_BE_WRITTEN, State.DRAFTING),
    Event.SUBMIT: Transition((State.DRAFTING,), State.SUBMITTED),
    Event.NO_LEAD: Transition((State.SUBMITTED,)),
    # From a colleague who is away, too: the dossier stays in appraisal, in other hands.
    Event.TAKE: Transition((State.SUBMITTED, State.APPRAISAL), State.APPRAISAL),
    Event.RETURN: Transition((State.APPRAISAL,), State.RETURNED, reason_is_owed=True),
    Event.APPROVE: Transition((State.APPRAISAL,), State.APPROVED),
    Event.ESCALATE: Transition((State.APPRAISAL, State.APPROVED), reason_is_owed=True),
    Event.SETTLE: Transition(UNDER_WAY, reason_is_owed=True),
    Event.RESPOND: Transition((State.APPROVED,), State.RESPONDED),
    Event.MONITOR: Transition((State.RESPONDED,), State.MONITORING),
    Event.CLOSE: Transition((State.MONITORING,), State.CLOSED, reason_is_owed=True),
    Event.REOPEN: Transition((State.MONITORING, *OVER), State.DRAFTING, reason_is_owed=True),
    Event.ASSIGN: Transition(UNDER_WAY),
    Event.UNASSIGN: Transition(UNDER_WAY),
    Event.RELATE: Transition(UNDER_WAY),
    Event.ITEM: Transition(ALIVE),
    Event.SPREAD: Transition(ALIVE),
    Event.COPY_KEPT: Transition(ALIVE),
    Event.SITUATION: Transition(UNDER_WAY),
    Event.EVIDENCE: Transition((*MAY_BE_WRITTEN, State.RESPONDED, State.MONITORING)),
    Event.SET_ASIDE: Transition(MAY_BE_WRITTEN, reason_is_owed=True),
    # The agency speaks under its own responsibility (Đ4.4): approval is no condition (C14).
    Event.MEASURE: Transition(UNDER_WAY),
    Event.COPIED: Transition(UNDER_WAY),
    Event.ASK_ATTENDANCE: Transition(UNDER_WAY),
    Event.MARK_RELEASE: Transition(UNDER_WAY),
    Event.CORRECTION: Transition(UNDER_WAY),
    Event.FLAG: Transition(ALIVE, reason_is_owed=True),
    Event.UNFLAG: Transition(ALIVE, reason_is_owed=True),
    Event.QUARANTINE: Transition(tuple(State)),
    Event.PROPOSE_RELEASE: Transition(tuple(State), reason_is_owed=True),
    Event.RELEASE: Transition(tuple(State), reason_is_owed=True),
    Event.PURGE: Transition(tuple(State), reason_is_owed=True),
}
CORRECTIONS: dict[CorrectionState, tuple[CorrectionState, ...]] = {
    CorrectionState.PREPARED: (CorrectionState.SENT, CorrectionState.CLOSED),
    CorrectionState.SENT: (CorrectionState.ANSWERED, CorrectionState.NO_ANSWER),
    CorrectionState.ANSWERED: (CorrectionState.PUBLISHED, CorrectionState.REFUSED),
    CorrectionState.NO_ANSWER: (CorrectionState.ANSWERED, CorrectionState.PUBLISHED, CorrectionState.CLOSED),
    CorrectionState.PUBLISHED: (CorrectionState.CLOSED,),
    CorrectionState.REFUSED: (CorrectionState.CLOSED,),
    CorrectionState.CLOSED: (),
}


def allows(state: str, event: Event) -> bool:
    """Whether this may happen to a dossier in this state."""
    return state in TRANSITIONS[event].origins


def may_follow(state: str, target: str) -> bool:
    """Whether a correction request may go from the one state to the other."""
    return target in CORRECTIONS[CorrectionState(state)]
