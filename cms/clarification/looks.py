"""How states of dossiers and parts are shown: a lamp that fills, and the word beside it."""

from __future__ import annotations

from .choices import Completeness, State

LAMPS = {
    State.DETECTED: "waiting",
    State.REQUESTED: "waiting",
    State.OPENED: "",
    State.NOTICED: "",
    State.DRAFTING: "quarter",
    State.SUBMITTED: "half",
    State.APPRAISAL: "half",
    State.RETURNED: "back",
    State.APPROVED: "most",
    State.RESPONDED: "full",
    State.MONITORING: "full",
    State.CLOSED: "full",
    State.DISMISSED: "out",
}
PARTS = {Completeness.EMPTY: "", Completeness.DRAFT: "half", Completeness.COMPLETE: "full"}


def lamp(state: str) -> str:
    """The class of the lamp of a dossier's state."""
    return with_prefix(LAMPS[State(state)])


def part_lamp(completeness: str, *, is_returned: bool = False) -> str:
    return with_prefix("back" if is_returned else PARTS[Completeness(completeness)])


def with_prefix(name: str) -> str:
    return f"hd-state--{name}" if name else ""
