"""Whom a reminder reaches. Everybody's seats are read once a run, whatever the number of clocks."""

from __future__ import annotations

import datetime
from collections import defaultdict

from cms.accounts.choices import SeatKind
from cms.accounts.models import SeatAssignment, User
from cms.core import clock
from cms.organisation.choices import Function
from cms.organisation.models import Agency, FunctionAssignment

from .choices import ReminderKind
from .querysets import WORKING


class Recipients:
    """The people on working seats, the leads of agencies and the directors of functions, as of a moment."""

    def __init__(self, at: datetime.datetime) -> None:
        self.day = at.astimezone(clock.VIET_NAM).date()
        self.active = set(User.objects.filter(is_active=True, closed_at=None).values_list("pk", flat=True))
        self.seated: dict[tuple[int, str], set[int]] = defaultdict(set)
        for agency, kind, person in self.seats():
            self.seated[agency, kind].add(person)
        held = FunctionAssignment.objects.on(self.day).values_list("function", "agency")
        self.holders: dict[str, int] = dict(held)
        self.heirs: dict[int, int | None] = {}
        self.known: dict[tuple[str, int, int | None, str], set[int]] = {}

    def seats(self) -> list[tuple[int, str, int]]:
        in_force = SeatAssignment.objects.in_force(self.day)
        return list(in_force.values_list("seat__agency", "seat__kind", "user"))

    def of(self, kind: str, agency: int, responsible: int | None, function: str) -> set[int]:
        """Who is told of a clock: whoever keeps it; once overdue their lead too, and then the function's director.

        Where nobody keeps it any more, whoever follows that agency does, and last of all the director.
        """
        key = (kind, agency, responsible, function)
        if key not in self.known:
            self.known[key] = self.find(*key)
        return self.known[key]

    def find(self, kind: str, agency: int, responsible: int | None, function: str) -> set[int]:
        director = self.directors(function)
        if kind == ReminderKind.ESCALATED:
            return director
        people = self.keepers(agency, responsible)
        if kind == ReminderKind.OVERDUE:
            people = people | self.leads(agency)
        return people or director

    def keepers(self, agency: int, responsible: int | None) -> set[int]:
        """The person responsible; where nobody is named or they have left, the working seats of the agency."""
        if responsible and responsible in self.active:
            return {responsible}
        found = self.workers(agency)
        if not found and (heir := self.heir(agency)):
            found = self.workers(heir)
        return found

    def workers(self, agency: int) -> set[int]:
        return set().union(*(self.seated.get((agency, kind), set()) for kind in WORKING))

    def leads(self, agency: int) -> set[int]:
        """Those who clear or approve for the agency, or for the one that follows it."""
        own = self.seated.get((agency, SeatKind.APPROVE), set())
        heir = None if own else self.heir(agency)
        return own or (self.seated.get((heir, SeatKind.APPROVE), set()) if heir else set())

    def directors(self, function: str) -> set[int]:
        """Those who approve for the holder of the function; for the holder of foreign information where none does."""
        for each in (function, Function.FOREIGN_INFO_LEAD):
            if found := self.leads(self.holders.get(each, 0)):
                return found
        return set()

    def heir(self, agency: int) -> int | None:
        """The agency that stands in another's place on the day."""
        if agency not in self.heirs:
            row = Agency.objects.filter(pk=agency).first()
            successor = row.successor(on=self.day) if row else None
            self.heirs[agency] = successor.pk if successor else None
        return self.heirs[agency]
