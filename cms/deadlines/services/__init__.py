"""One function for each thing that happens to a clock, and for a change of a rule. Nothing else writes them."""

from .clocks import due_at, hand_over, record, start, waive
from .pausing import extend, pause, resume
from .rules import enter_rule

__all__ = ["due_at", "enter_rule", "extend", "hand_over", "pause", "record", "resume", "start", "waive"]
