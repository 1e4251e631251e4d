"""The state machine written down a second time, from the regulation: who may do what, from where, and what follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from cms.moderation.choices import State

S = State
AGENCY = {"contributor", "helper", "lead"}
MODERATORS, DIRECTORS, SCREENERS = {"moderator", "moderator2"}, {"director", "deputy"}, {"screener", "screener2"}
PEOPLE = sorted(AGENCY | MODERATORS | DIRECTORS | SCREENERS | {"contributor2", "auditor", "superuser"})
WAITING = {S.SUBMITTED, S.AGENCY_CLEARED, S.IN_APPRAISAL, S.APPRAISED}
CLOSED = {S.QUARANTINED, S.PURGED, S.ARCHIVED}
EVENTS = {
    "write": (AGENCY | {"moderator", "director"}, set(S) - {S.SUBMITTED, S.AGENCY_CLEARED, S.APPRAISED} - CLOSED),
    "submit": (AGENCY, {S.DRAFT, S.RETURNED, S.PUBLISHED, S.WITHDRAWN}),
    "recall": (AGENCY, {S.SUBMITTED, S.AGENCY_CLEARED, S.RETURNED}),
    "clear": ({"lead"}, {S.SUBMITTED}),
    "agency_return": ({"lead"}, {S.SUBMITTED}),
    "take": (MODERATORS, {S.AGENCY_CLEARED}),
    "release": (MODERATORS, {S.IN_APPRAISAL}),
    "return": (MODERATORS | DIRECTORS, {S.IN_APPRAISAL, S.APPRAISED}),
    "appraise": (MODERATORS, {S.IN_APPRAISAL}),
    "send_back": (DIRECTORS, {S.APPRAISED}),
    "reject": (DIRECTORS, {S.IN_APPRAISAL, S.APPRAISED}),
    "approve": (DIRECTORS, {S.APPRAISED}),
    "withdraw": (DIRECTORS, {S.PUBLISHED, S.RETURNED} | WAITING),
    "restore": (DIRECTORS, {S.WITHDRAWN}),
    "archive": (DIRECTORS, {S.PUBLISHED, S.WITHDRAWN}),
    "quarantine": (SCREENERS, set(S) - {S.PURGED, S.QUARANTINED}),
    "propose_release": (SCREENERS, {S.QUARANTINED}),
    "release_quarantine": (SCREENERS, {S.QUARANTINED}),
}
SNEAKS = {"publish", "save_live", "update_live", "finish", "approve_task"}
NOT_BY_WRITERS = {"clear", "agency_return", "appraise", "send_back", "reject", "approve", "restore"}
BY_THE_APPRAISER = {"release", "appraise", "return"}
LEADS_TO = {
    "submit": S.SUBMITTED,
    "clear": S.AGENCY_CLEARED,
    "agency_return": S.RETURNED,
    "take": S.IN_APPRAISAL,
    "release": S.AGENCY_CLEARED,
    "return": S.RETURNED,
    "appraise": S.APPRAISED,
    "send_back": S.AGENCY_CLEARED,
    "approve": S.PUBLISHED,
    "withdraw": S.WITHDRAWN,
    "restore": S.PUBLISHED,
    "archive": S.ARCHIVED,
    "quarantine": S.QUARANTINED,
}


class Move(NamedTuple):
    """Somebody tries something."""

    event: str
    person: str


MOVES = [Move(event, person) for event in sorted({*EVENTS, *SNEAKS}) for person in PEOPLE]


@dataclass
class Model:
    """What must be true of one item after what has happened to it."""

    state: State = S.DRAFT
    is_public: bool = False
    assignee: str = ""
    text: int = 0  # the latest text; every writing makes a new one
    public_text: int | None = None
    writers: set[str] = field(default_factory=lambda: {"contributor"})
    public_writers: set[str] = field(default_factory=set)
    has_new_text: bool = True
    before_quarantine: State = S.DRAFT
    proposed_by: str = ""

    def allows(self, move: Move) -> bool:
        people, states = EVENTS.get(move.event, (set(), set()))
        if move.person not in people or self.state not in states:
            return False
        if move.event in NOT_BY_WRITERS and move.person in self.writers:
            return False
        return getattr(self, f"allows_{move.event}", self.allows_anything)(move)

    def allows_anything(self, move: Move) -> bool:
        return move.event not in BY_THE_APPRAISER or move.person == self.assignee

    def allows_write(self, move: Move) -> bool:
        return self.state != S.IN_APPRAISAL or move.person == self.assignee

    def allows_submit(self, move: Move) -> bool:
        return self.state != S.PUBLISHED or self.has_new_text

    def allows_return(self, move: Move) -> bool:
        return move.person in DIRECTORS if self.state == S.APPRAISED else move.person == self.assignee

    def allows_withdraw(self, move: Move) -> bool:
        return self.is_public

    def allows_release_quarantine(self, move: Move) -> bool:
        return self.proposed_by not in ("", move.person)

    def follow(self, move: Move) -> None:
        """A legal move has been made."""
        getattr(self, f"follow_{move.event}", lambda move: None)(move)
        self.state = LEADS_TO.get(move.event, self.state)
        if self.state not in (S.IN_APPRAISAL, S.APPRAISED, S.QUARANTINED):
            self.assignee = ""

    def follow_write(self, move: Move) -> None:
        if not self.has_new_text:
            self.writers = set()
        self.text, self.has_new_text = self.text + 1, True
        self.writers = self.writers | {move.person}
        self.state = S.SUBMITTED if self.state == S.IN_APPRAISAL else self.state

    def follow_take(self, move: Move) -> None:
        self.assignee = move.person

    def follow_approve(self, move: Move) -> None:
        self.is_public, self.public_text, self.has_new_text = True, self.text, False
        self.public_writers = self.writers

    def follow_reject(self, move: Move) -> None:
        self.state = S.PUBLISHED if self.is_public else S.REJECTED

    def follow_recall(self, move: Move) -> None:
        self.state = S.PUBLISHED if self.is_public else S.DRAFT

    def follow_withdraw(self, move: Move) -> None:
        self.is_public = False

    follow_archive = follow_withdraw

    def follow_restore(self, move: Move) -> None:
        self.is_public = True

    def follow_quarantine(self, move: Move) -> None:
        self.before_quarantine, self.proposed_by = self.state, ""
        if self.is_public and self.state == S.PUBLISHED:
            self.before_quarantine = S.WITHDRAWN
        self.is_public = False

    def follow_propose_release(self, move: Move) -> None:
        self.proposed_by = move.person

    def follow_release_quarantine(self, move: Move) -> None:
        self.state = self.before_quarantine
