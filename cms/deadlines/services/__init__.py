"""One function for each thing that happens to a clock, and for a change of a rule. Nothing else writes them."""

from .clocks import foreseen, hand_over, pass_on, record, start, waive
from .notices import read_notices
from .pausing import extend, pause, resume
from .rules import enter_rule
from .tokens import make_calendar_address, revoke_calendar_address, whose_calendar

__all__ = [
    "enter_rule",
    "extend",
    "foreseen",
    "hand_over",
    "make_calendar_address",
    "pass_on",
    "pause",
    "read_notices",
    "record",
    "resume",
    "revoke_calendar_address",
    "start",
    "waive",
    "whose_calendar",
]
