"""One function a transition. Forms, buttons, bulk actions and commands call these; nothing else changes a state."""

from .judging import (
    agency_return,
    appraise,
    clear,
    reassign,
    recall,
    reject,
    release_claim,
    release_stale_claims,
    return_to_author,
    send_back,
    take,
)
from .proposing import AlreadyProposed, NoLongerFits, accept, propose, propose_removal, refuse, withdraw_proposal
from .publishing import Barred, approve, bars_to_approval
from .recording import AlreadyDone, IllegalTransition, ReasonOwed
from .screening import propose_release, purge, quarantine, release_quarantine
from .submitting import Incomplete, NotDeclared, SubmissionRefused, submit
from .translating import hand_in_translation, untranslated
from .withdrawing import archive, expire, restore, withdraw

__all__ = [
    "withdraw_proposal",
    "refuse",
    "propose_removal",
    "propose",
    "accept",
    "NoLongerFits",
    "AlreadyProposed",
    "AlreadyDone",
    "Barred",
    "IllegalTransition",
    "Incomplete",
    "NotDeclared",
    "ReasonOwed",
    "SubmissionRefused",
    "agency_return",
    "appraise",
    "approve",
    "archive",
    "bars_to_approval",
    "clear",
    "expire",
    "hand_in_translation",
    "propose_release",
    "purge",
    "quarantine",
    "reassign",
    "recall",
    "reject",
    "release_claim",
    "release_quarantine",
    "release_stale_claims",
    "restore",
    "return_to_author",
    "send_back",
    "submit",
    "take",
    "untranslated",
    "withdraw",
]
