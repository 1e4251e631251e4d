"""People, the seats they sit on, and who signs in whose place."""

from .passwords import PastPassword
from .seats import Delegation, Seat, SeatAssignment
from .users import User

__all__ = ["Delegation", "PastPassword", "Seat", "SeatAssignment", "User"]
