"""What can be done to accounts, seats and delegations: one function for each deed."""

from .delegations import delegate, end_delegation
from .people import choose_password, close, lock, unlock
from .seats import change_custodian, close_seat, open_seat, resume, seat_person, suspend

__all__ = [
    "change_custodian",
    "choose_password",
    "close",
    "close_seat",
    "delegate",
    "end_delegation",
    "lock",
    "open_seat",
    "resume",
    "seat_person",
    "suspend",
    "unlock",
]
