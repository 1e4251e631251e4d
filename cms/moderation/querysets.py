"""Questions to the review's tables, each a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils import timezone

from cms.accounts import permissions as may

from .choices import HANDED_IN, HIDDEN, WAITING, Audience, ProposalState, State

if TYPE_CHECKING:
    from cms.accounts.models import User


class ItemStatusQuerySet(models.QuerySet):
    """Where items stand."""

    def of(self, item: models.Model) -> ItemStatusQuerySet:
        """The row of one item."""
        return self.filter(base_content_type=base_type(item), object_id=str(item.pk))

    def waiting(self) -> ItemStatusQuerySet:
        """What somebody must act on next."""
        return self.filter(state__in=WAITING)

    def visible_to(self, user: User) -> ItemStatusQuerySet:
        """What a person may read before it is public (matrix §5.2); what is public, everybody may."""
        return self.filter(visible_q(user))


def visible_q(user: Any) -> Q:
    """Own agency's items but those screened; all that was handed in, for those who judge; screened, for screeners."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return Q(pk=None)
    rule = Q(agency__in=may.agencies(user, "contribute", "approve")) & ~Q(state__in=HIDDEN)
    if may.is_moderator(user) or may.is_director(user) or may.is_auditor(user):
        rule |= Q(state__in=HANDED_IN)
    if may.is_screener(user) or may.is_director(user):
        rule |= Q(state=State.QUARANTINED)
    return rule


class DecisionQuerySet(models.QuerySet):
    """Decisions, standing and ended."""

    def on(self, item: Any) -> DecisionQuerySet:
        return self.filter(revision__in=item.revisions.all())

    def standing(self) -> DecisionQuerySet:
        return self.filter(ended_at=None)

    def unused(self, revision: Any) -> DecisionQuerySet:
        """What may still be carried out: each decision serves for one publication."""
        return self.standing().filter(revision=revision, published_at=None, audience=Audience.PUBLIC)

    def end(self, *, reason: str, by: Any = None) -> int:
        return self.standing().update(ended_at=timezone.now(), ended_by=by, end_reason=reason)


class ProposedChangeQuerySet(models.QuerySet):
    """Changes proposed to lists."""

    def waiting(self) -> ProposedChangeQuerySet:
        return self.filter(state=ProposalState.PROPOSED)

    def on_row(self, row: models.Model) -> ProposedChangeQuerySet:
        return self.filter(content_type=list_type(type(row)), object_id=str(row.pk))

    def visible_to(self, user: Any) -> ProposedChangeQuerySet:
        return self.all() if self.readable_by(user) else self.none()

    @staticmethod
    def readable_by(user: Any) -> bool:
        """Those who propose, those who decide and those who audit (matrix §5.2)."""
        return bool(may.is_moderator(user) or may.is_director(user) or may.is_auditor(user))

    def to_decide(self, user: Any) -> ProposedChangeQuerySet:
        """What waits for this director: nobody decides on a change of their own."""
        return self.waiting().exclude(proposed_by=user) if may.is_director(user) else self.none()


def base_type(item: Any) -> ContentType:
    """The content type under which Wagtail keeps revisions of such an item: Page for every page."""
    return item.get_base_content_type()


def list_type(model: Any) -> ContentType:
    """The content type of a list."""
    return ContentType.objects.get_for_model(model)
