"""Questions to the clocks and to the calendar, each a phrase."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from cms.accounts import permissions as seats
from cms.accounts.choices import SeatKind
from cms.core import clock
from cms.core.querysets import DatedQuerySet
from cms.organisation.choices import Function
from cms.organisation.models import FunctionAssignment

from .choices import Outcome, Unit

# Seats whose people do an agency's work, and so keep its clocks.
WORKING = (SeatKind.CONTRIBUTE, SeatKind.APPROVE, SeatKind.MODERATE, SeatKind.DATA, SeatKind.REGISTRY)
# Seats whose people answer for a function that is theirs to watch over.
WATCHING = (SeatKind.APPROVE, SeatKind.MODERATE, SeatKind.REGISTRY)


class DeadlineRuleQuerySet(DatedQuerySet):
    """Rules, old and new."""


class DeadlineQuerySet(models.QuerySet):
    """Clocks."""

    def of(self, subject: models.Model) -> DeadlineQuerySet:
        """All clocks of one record."""
        return self.filter(content_type=ContentType.objects.get_for_model(subject), object_id=str(subject.pk))

    def running(self) -> DeadlineQuerySet:
        """Neither met nor waived; a clock that stands still is among them."""
        return self.filter(outcome=Outcome.RUNNING)

    def overdue(self, at: datetime.datetime) -> DeadlineQuerySet:
        """Running at that moment past what the rule gave. An hour's end still counts as kept; a day's end is late."""
        kept_to_the_end = Q(due_at=at, rule__unit=Unit.HOURS)
        return self.running().filter(due_at__lte=at, paused_at=None).exclude(kept_to_the_end)

    def held_by(self, user: Any) -> DeadlineQuerySet:
        """Those that the person or one of their agencies has to keep."""
        return self.filter(held_q(user))

    def watched_by(self, user: Any) -> DeadlineQuerySet:
        """Those of a function for which the person's agency answers."""
        return self.filter(watched_q(user))

    def for_person(self, user: Any) -> DeadlineQuerySet:
        """All that concerns a person on the day: their own, their agencies', and those they watch over."""
        return self.filter(held_q(user) | watched_q(user))

    def by_urgency(self) -> DeadlineQuerySet:
        return self.order_by("due_at", "pk")


def held_q(user: Any) -> Q:
    """Where the person is named, or sits on a working seat of the agency today."""
    if not getattr(user, "is_active", False):
        return Q(pk=None)
    return Q(responsible=user) | Q(agency__in=agencies(user, WORKING))


def watched_q(user: Any) -> Q:
    functions = watched_functions(user)
    return Q(rule__function__in=functions) if functions else Q(pk=None)


def agencies(user: Any, kinds: tuple[str, ...]) -> set[int]:
    """The agencies in which the person holds such a seat today."""
    return {each.seat.agency_id for each in seats.authorities(user) if each.seat.kind in kinds}


def watched_functions(user: Any) -> set[str]:
    """The functions of the person's agencies today; the operating unit watches for the department that leads."""
    theirs = agencies(user, WATCHING)
    if not theirs:
        return set()
    held = FunctionAssignment.objects.on(clock.today()).filter(agency__in=theirs)
    functions = set(held.values_list("function", flat=True))
    return functions | ({Function.FOREIGN_INFO_LEAD.value} if Function.FOREIGN_INFO_UNIT in functions else set())


class HolidayQuerySet(models.QuerySet):
    """Days that are not as their weekday says."""

    def in_year(self, year: int) -> HolidayQuerySet:
        return self.filter(day__year=year)

    def near(self, day: datetime.date) -> HolidayQuerySet:
        """From the year before to the two that follow: as far as any rule counts by days."""
        return self.filter(day__range=(datetime.date(day.year - 1, 1, 1), datetime.date(day.year + 2, 12, 31)))
