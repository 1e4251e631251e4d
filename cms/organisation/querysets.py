"""Questions about agencies, their functions and their official names."""

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Exists, OuterRef, Q

from cms.core.models import SOURCE_LANGUAGE
from cms.core.querysets import DatedQuerySet

if TYPE_CHECKING:
    from .models import Agency, AgencyTerm


class AgencyQuerySet(DatedQuerySet):
    """Agencies, as they were on a day."""

    def holding(self, *functions: str, on: datetime.date | None = None) -> Self:
        """Those that hold any of the functions on the day."""
        relation: Any = self.model._meta.get_field("function_assignments")
        assignments = relation.related_model._default_manager
        held = assignments.on(on).filter(agency=OuterRef("pk"), function__in=functions)
        return self.filter(Exists(held))

    def sharing_eid(self, agency: "Agency") -> Self:
        """Other agencies that bear the same identifier on some same day."""
        return self.filter(eid=agency.eid).in_the_way_of(agency)


class FunctionAssignmentQuerySet(DatedQuerySet):
    """Who holds which function."""

    def holder(self, function: str, on: datetime.date | None = None) -> "Agency | None":
        """The one agency that holds the function on the day (today when not told)."""
        assignment = self.on(on).filter(function=function).select_related("agency").order_by("-valid_from").first()
        return assignment.agency if assignment else None


class AgencySuccessionQuerySet(DatedQuerySet):
    """Who follows whom."""

    def in_effect(self, on: datetime.date) -> Self:
        return self.filter(effective_on__lte=on)

    def next_for(self, agency: "Agency", function: str, on: datetime.date) -> "Agency | None":
        """The one agency that follows for the function, else the one that follows in everything."""
        rows = self.in_effect(on).filter(predecessor=agency).select_related("successor")
        found = list(rows.filter(Q(function=function) | Q(function="")))
        special = [row for row in found if row.function] if function else []
        candidates = {row.successor for row in special or [row for row in found if not row.function]}
        return candidates.pop() if len(candidates) == 1 else None


class AgencyTermQuerySet(DatedQuerySet):
    """Approved names of agencies in other languages."""

    def naming(self, name: str, on: datetime.date | None = None) -> "AgencyTerm | None":
        """The term that gives the official foreign name of a Vietnamese name."""
        field = f"name_{SOURCE_LANGUAGE}"
        wanted = " ".join(name.split()).casefold()
        # Neither database folds the case of Vietnamese letters alike, and the list is short.
        matching = (term for term in self.on(on) if " ".join((getattr(term, field) or "").split()).casefold() == wanted)
        return next(matching, None)
