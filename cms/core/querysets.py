"""Questions that every dated record can answer."""

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Q, QuerySet

from . import clock

if TYPE_CHECKING:
    from .models import Dated


def on_q(day: datetime.date | None = None, prefix: str = "") -> Q:
    """The condition that a dated record, or one reached through the prefix, holds on a day (today when not told)."""
    day = day or clock.today()
    begun = Q(**{f"{prefix}valid_from__isnull": True}) | Q(**{f"{prefix}valid_from__lte": day})
    return begun & not_ended_q(day, prefix)


def not_ended_q(day: datetime.date, prefix: str = "") -> Q:
    return Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gte": day})


class DatedQuerySet(QuerySet[Any]):
    """Records that hold for a time."""

    def on(self, day: datetime.date | None = None) -> Self:
        """Those that hold on the day; both ends count."""
        return self.filter(on_q(day))

    def not_ended(self, on: datetime.date) -> Self:
        """Those that hold on the day or begin after it."""
        return self.filter(not_ended_q(on))

    def overlapping(self, start: datetime.date | None, end: datetime.date | None) -> Self:
        """Those that share a day with a period; an end left open has no bound."""
        begun = (Q(valid_from__isnull=True) | Q(valid_from__lte=end)) if end else Q()
        return self.filter(begun, not_ended_q(start) if start else Q())

    def in_the_way_of(self, record: "Dated") -> Self:
        """Other records that share a day with this one; those before it are not, when it is to take their place."""
        others = self.exclude(pk=record.pk).overlapping(record.valid_from, record.valid_to)
        if record.replaces and record.valid_from:
            others = others.filter(valid_from__gte=record.valid_from)
        return others
