"""The state machine of a dossier written down a second time, from requirement 4.2: who, from where, what follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from cms.clarification.choices import State

S = State
AGENCY = {"contributor", "lead", "lead2"}
RELATED = {"contributor2"}
MODERATORS, DIRECTORS = {"moderator", "moderator2"}, {"director", "deputy"}
DEPARTMENT = MODERATORS | DIRECTORS
PEOPLE = sorted(AGENCY | RELATED | DEPARTMENT | {"auditor", "screener", "security"})
OPEN = {S.OPENED, S.NOTICED, S.DRAFTING, S.SUBMITTED, S.APPRAISAL, S.RETURNED, S.APPROVED, S.RESPONDED, S.MONITORING}
WRITTEN = {S.OPENED, S.NOTICED, S.DRAFTING, S.RETURNED}
EVENTS: dict[str, tuple[set[str], set[State]]] = {
    "open": (AGENCY - {"contributor"} | DEPARTMENT, {S.DETECTED}),
    "dismiss": (MODERATORS, {S.DETECTED}),
    "notice": (AGENCY | RELATED | DEPARTMENT, OPEN),
    "write": (AGENCY | RELATED | DEPARTMENT, WRITTEN),
    "write_all": (AGENCY | RELATED | DEPARTMENT, WRITTEN),
    "submit": (AGENCY - {"contributor"}, {S.DRAFTING}),
    "take": (MODERATORS, {S.SUBMITTED, S.APPRAISAL}),
    "return": (MODERATORS, {S.APPRAISAL}),
    "approve": (DIRECTORS, {S.APPRAISAL}),
    "escalate": (DEPARTMENT, {S.APPRAISAL, S.APPROVED}),
    "statement": (AGENCY | RELATED | DEPARTMENT, OPEN),
    "copy": (AGENCY | RELATED | DEPARTMENT, OPEN),
    "monitor": (DEPARTMENT, {S.RESPONDED}),
    "close": (DIRECTORS, {S.MONITORING}),
    "reopen": (DEPARTMENT, {S.MONITORING, S.CLOSED, S.DISMISSED}),
    "flag": (AGENCY | RELATED | DEPARTMENT, set(S) - {S.CLOSED, S.DISMISSED}),
    "unflag": (AGENCY - {"contributor"} | DEPARTMENT, set(S) - {S.CLOSED, S.DISMISSED}),
    "unflag_without_reason": (set(), set()),
}
LEADS_TO = {
    "open": S.OPENED,
    "dismiss": S.DISMISSED,
    "write": S.DRAFTING,
    "write_all": S.DRAFTING,
    "submit": S.SUBMITTED,
    "take": S.APPRAISAL,
    "return": S.RETURNED,
    "approve": S.APPROVED,
    "monitor": S.MONITORING,
    "close": S.CLOSED,
}
NOT_BY_WRITERS = {"submit", "take", "approve"}


class Move(NamedTuple):
    """Somebody tries something."""

    event: str
    person: str


MOVES = [Move(event, person) for event in EVENTS for person in PEOPLE]


@dataclass
class Model:
    """What must be true of one dossier after what has happened to it."""

    state: State = S.DETECTED
    is_open: bool = False
    is_complete: bool = False
    has_notice: bool = False
    has_impact: bool = False
    is_escalated: bool = False
    assignee: str = ""
    submitter: str = ""
    writers: set[str] = field(default_factory=set)
    statements: int = 0
    copies: int = 0

    def allows(self, move: Move) -> bool:
        people, states = EVENTS[move.event]
        if move.person not in people or self.state not in states:
            return False
        if move.person in RELATED and not self.is_open:
            return False
        if move.event in NOT_BY_WRITERS and move.person in self.writers:
            return False
        return getattr(self, f"allows_{move.event}", lambda move: True)(move)

    def allows_submit(self, move: Move) -> bool:
        return self.is_complete

    def allows_take(self, move: Move) -> bool:
        return move.person != self.assignee

    def allows_return(self, move: Move) -> bool:
        return move.person == self.assignee

    def allows_approve(self, move: Move) -> bool:
        return move.person not in (self.assignee, self.submitter)

    def allows_escalate(self, move: Move) -> bool:
        return not self.is_escalated

    def allows_statement(self, move: Move) -> bool:
        return self.state != S.OPENED or self.has_impact

    def allows_copy(self, move: Move) -> bool:
        return self.copies < self.statements

    def allows_flag(self, move: Move) -> bool:
        return not self.has_impact

    def allows_unflag(self, move: Move) -> bool:
        return self.has_impact

    def allows_reopen(self, move: Move) -> bool:
        by_state = {S.CLOSED: DIRECTORS, S.DISMISSED: MODERATORS}
        return move.person in by_state.get(self.state, DEPARTMENT)

    def follow(self, move: Move) -> None:
        """A legal move has been made."""
        self.state = LEADS_TO.get(move.event, self.state)
        getattr(self, f"follow_{move.event}", lambda move: None)(move)
        if self.state == S.APPROVED and self.copies:
            self.state = S.RESPONDED

    def follow_open(self, move: Move) -> None:
        self.is_open = True

    def follow_notice(self, move: Move) -> None:
        self.has_notice = True
        self.state = S.NOTICED if self.state == S.OPENED else self.state

    def follow_write(self, move: Move) -> None:
        self.writers = self.writers | {move.person}

    def follow_write_all(self, move: Move) -> None:
        self.writers, self.is_complete = self.writers | {move.person}, True

    def follow_submit(self, move: Move) -> None:
        self.submitter, self.assignee = move.person, ""

    def follow_take(self, move: Move) -> None:
        self.assignee = move.person

    def follow_return(self, move: Move) -> None:
        self.is_complete = False

    def follow_escalate(self, move: Move) -> None:
        self.is_escalated = True

    def follow_statement(self, move: Move) -> None:
        self.statements += 1

    def follow_copy(self, move: Move) -> None:
        self.copies += 1

    def follow_reopen(self, move: Move) -> None:
        self.assignee = ""
        self.state = S.DRAFTING if self.is_open else S.DETECTED

    def follow_flag(self, move: Move) -> None:
        self.has_impact = True

    def follow_unflag(self, move: Move) -> None:
        self.has_impact = False
