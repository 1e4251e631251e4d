"""Questions to dossiers and what is in them, each a phrase."""

from __future__ import annotations

from typing import Any, NoReturn, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from wagtail.query import PageQuerySet

from cms.accounts import permissions as seats
from cms.accounts.choices import SeatKind

from .choices import OVER, UNDER_WAY, CaseOutcome, State

OF_AN_AGENCY = (SeatKind.CONTRIBUTE, SeatKind.APPROVE)


class AddedOnlyQuerySet(models.QuerySet):
    """Rows that are added, never changed and never removed."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError(f"{self.model.__name__}: rows are added, never changed.")

    def delete(self) -> NoReturn:
        raise TypeError(f"{self.model.__name__}: rows are added, never removed.")


class WithholdableQuerySet(models.QuerySet):
    """Rows that may be set apart for screening."""

    def readable(self) -> Self:
        """Those that were never set apart, or were released."""
        return self.filter(Q(case=None) | Q(case__outcome=CaseOutcome.RELEASED))


class AddedWithholdableQuerySet(AddedOnlyQuerySet, WithholdableQuerySet):  # type: ignore[override]  # both have managers
    """Both: rows that are only added, and may be set apart."""


class DossierQuerySet(PageQuerySet):
    """Dossiers, by who may read them and how they stand."""

    def visible_to(self, user: Any) -> Self:
        """The department and the auditors: all. Lead and related agencies: theirs. Screeners: what is set apart."""
        return self.filter(self.visible_q(user))

    def visible_q(self, user: Any) -> Q:
        """The condition that it is the person's business today. The break-glass account has no seat and sees none."""
        if not seats.is_staff(user):
            return Q(pk=None)
        if is_of_department(user) or seats.is_auditor(user):
            return Q()
        rule = self.of_agencies_q(own_agencies(user))
        if seats.is_screener(user):
            rule |= Q(Exists(self.open_cases()))
        return rule

    def of_agencies_q(self, agencies: set[int]) -> Q:
        """Led by one of them or listed as related; before it is opened, recorded by one of them."""
        related = self.model.related_agencies.through.objects.filter(
            clarificationdossierpage_id=OuterRef("pk"), agency__in=agencies
        )
        own = Q(lead_agency__in=agencies) | Q(Exists(related))
        recorded = Q(lead_agency=None, reporting_agency__in=agencies, state__in=(State.DETECTED, State.DISMISSED))
        return Q(case=None) & (own | recorded) if agencies else Q(pk=None)

    def open_cases(self) -> Any:
        """What is set apart of the outer dossier."""
        cases: Any = self.model._meta.get_field("screening_cases").related_model
        return cases.objects.filter(dossier=OuterRef("pk"), closed_at=None)

    def under_way(self) -> Self:
        return self.filter(state__in=UNDER_WAY)

    def not_over(self) -> Self:
        return self.exclude(state__in=OVER)


def is_of_department(user: Any) -> Any:
    """A moderator of the operating unit or an approver of the leading agency: the regulation says “the department”."""
    return seats.is_moderator(user) or seats.is_director(user)


def own_agencies(user: Any) -> set[int]:
    """Numbers of the agencies for which the person contributes or approves today."""
    return {each.seat.agency_id for each in seats.authorities(user) if each.seat.kind in OF_AN_AGENCY}
