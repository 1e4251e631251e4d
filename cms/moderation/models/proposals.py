"""A change to a list that waits for somebody else: the form as it was filled in, and what became of it."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ..choices import ChangeKind, ProposalState
from ..querysets import ProposedChangeQuerySet
from .people import person

OPEN = Q(state=ProposalState.PROPOSED)
BY_OTHERS = Q(state__in=[ProposalState.ACCEPTED, ProposalState.REFUSED])


class ProposedChange(models.Model):
    """What a moderator would have in a list, and a director accepts or refuses (matrix §5.2). Kept for ever."""

    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    object_id = models.CharField(max_length=64, blank=True, default="")  # empty until a new row is accepted
    kind = models.CharField(_("kind"), max_length=20, choices=ChangeKind)
    title = models.CharField(_("title"), max_length=300)
    data = models.JSONField(default=dict)  # the form: each field with the list of what was sent for it
    base = models.JSONField(default=dict)  # the row as it was: a row changed meanwhile is noticed
    differences = models.JSONField(default=list)  # for reading: field, old, new
    reason = models.TextField(_("reason"), blank=True)
    state = models.CharField(_("state"), max_length=20, choices=ProposalState, default=ProposalState.PROPOSED)
    proposed_by = person()
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now)
    decided_by = person(null=True)
    decided_at = models.DateTimeField(_("decided"), null=True)
    seat = models.ForeignKey("accounts.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    on_behalf_of = person(null=True)
    refusal = models.TextField(_("reason of the refusal"), blank=True)

    objects = ProposedChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed change")
        verbose_name_plural = _("proposed changes")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="proposal_by_row")]
        constraints = [
            models.UniqueConstraint(
                name="one_open_proposal_a_row",
                fields=["content_type", "object_id"],
                condition=OPEN & ~Q(object_id=""),
            ),
            models.CheckConstraint(
                name="proposal_decided_by_another",
                condition=Q(decided_by=None) | ~Q(decided_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="proposal_decided_by_somebody",
                condition=BY_OTHERS & Q(decided_by__isnull=False) | ~BY_OTHERS & Q(decided_by=None),
            ),
            models.CheckConstraint(
                name="proposal_ends_at_a_moment",
                condition=OPEN & Q(decided_at=None) | ~OPEN & Q(decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="refused_proposal_gives_a_reason",
                condition=~Q(state=ProposalState.REFUSED, refusal=""),
                violation_error_message=_("Give the reason: the person concerned will read it."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def model(self) -> Any:
        """The list it belongs to."""
        return self.content_type.model_class()

    @property
    def list_name(self) -> str:
        return capfirst(str(self.model._meta.verbose_name_plural))

    @property
    def is_open(self) -> bool:
        return self.state == ProposalState.PROPOSED

    @property
    def url(self) -> str:
        return reverse("review:proposal", args=[self.pk])
