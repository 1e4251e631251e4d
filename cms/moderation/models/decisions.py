"""A decision: the one thing that makes a text public, and the one rule by which anything is read."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import CharField, Exists, F, OuterRef, Q
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from ..choices import Audience
from ..querysets import DecisionQuerySet
from .people import person


class NotDecided(PermissionDenied):
    """Somebody other than the authors must decide first."""


class Decision(models.Model):
    """One revision may be read because people who did not write it said so (HUE-24). It serves for one publication."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="decisions")
    submission = models.ForeignKey(
        "moderation.Submission", null=True, on_delete=models.PROTECT, related_name="decisions"
    )
    audience = models.CharField(max_length=20, choices=Audience)
    author = person()
    cleared_by = person(null=True)
    no_lead = models.BooleanField(default=False)
    appraised_by = person()
    approved_by = person()
    reason = models.TextField(blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True)
    words = models.CharField(max_length=64, blank=True)  # the mark of the text as it was published
    ended_at = models.DateTimeField(null=True)
    ended_by = person(null=True)
    end_reason = models.TextField(blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.CheckConstraint(
                name="decided_by_others_than_the_author",
                condition=(Q(cleared_by=None) | ~Q(cleared_by=F("author")))
                & ~Q(appraised_by=F("author"))
                & ~Q(approved_by=F("author")),
            ),
            models.CheckConstraint(
                name="approved_by_another_than_judged",
                condition=(Q(cleared_by=None) | ~Q(approved_by=F("cleared_by"))) & ~Q(approved_by=F("appraised_by")),
            ),
            models.CheckConstraint(
                name="cleared_or_without_a_lead",
                condition=Q(cleared_by__isnull=False, no_lead=False) | Q(cleared_by=None, no_lead=True),
            ),
            models.CheckConstraint(name="ended_with_a_reason", condition=Q(ended_at=None) | ~Q(end_reason="")),
            models.UniqueConstraint(name="one_standing_decision", fields=["revision"], condition=Q(ended_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.revision_id} {self.audience} {self.made_at:%Y-%m-%d}"


def public(things: Any) -> Any:
    """The one rule of reading: live, by a standing decision on the very revision that is live."""
    decision = Decision.objects.standing().filter(
        audience=Audience.PUBLIC,
        revision=OuterRef("live_revision"),
        revision__object_id=Cast(OuterRef("pk"), CharField()),
    )
    return things.filter(Exists(decision), live=True)
