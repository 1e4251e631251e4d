"""The lists of people, seats, custodians and delegations."""

from .seats import PeopleAndSeatsGroup

__all__ = ["PeopleAndSeatsGroup"]
