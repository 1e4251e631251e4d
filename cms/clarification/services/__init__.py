"""One function for each thing that happens to a dossier. Nothing else writes."""

from .answering import (
    ask_attendance,
    copy_to_department,
    move_correction,
    prepare_correction,
    record_measure,
)
from .ending import close, monitor, reopen
from .judging import DossierIncomplete, approve, escalate, return_parts, settle_escalation, submit, take
from .noticing import flag_impact, take_notice, unflag_impact
from .opening import detect, dismiss, open_dossier, relate, request
from .proving import (
    Claim,
    add_evidence,
    add_item,
    add_situation,
    add_spread,
    fetch_copy,
    keep_copy,
    say_none_exists,
    set_aside,
)
from .recording import AlreadyDone, IllegalTransition, ReasonOwed, chain_is_whole
from .screening import propose_release, purge, release
from .writing import PartChanged, assign, edit_part, mark_for_release

__all__ = [
    "AlreadyDone",
    "Claim",
    "DossierIncomplete",
    "IllegalTransition",
    "PartChanged",
    "ReasonOwed",
    "add_evidence",
    "add_item",
    "add_situation",
    "add_spread",
    "approve",
    "ask_attendance",
    "assign",
    "chain_is_whole",
    "close",
    "copy_to_department",
    "detect",
    "dismiss",
    "edit_part",
    "escalate",
    "fetch_copy",
    "flag_impact",
    "keep_copy",
    "mark_for_release",
    "monitor",
    "move_correction",
    "open_dossier",
    "prepare_correction",
    "propose_release",
    "purge",
    "record_measure",
    "relate",
    "release",
    "reopen",
    "request",
    "return_parts",
    "say_none_exists",
    "set_aside",
    "settle_escalation",
    "submit",
    "take",
    "take_notice",
    "unflag_impact",
]
