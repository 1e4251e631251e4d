"""What can be done to accounts, seats and delegations: one function for each deed."""

from .delegations import delegate, end_delegation, refuse_chain
from .people import choose_password, close, issue_password, lock, open_account, unlock
from .seats import change_custodian, close_seat, open_seat, resume, seat_person, suspend

__all__ = [
    "change_custodian",
    "choose_password",
    "close",
    "close_seat",
    "delegate",
    "end_delegation",
    "issue_password",
    "lock",
    "open_account",
    "open_seat",
    "refuse_chain",
    "resume",
    "seat_person",
    "suspend",
    "unlock",
]
