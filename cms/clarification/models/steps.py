"""The story of a dossier: one row for each thing that happened, chained so that a changed row shows."""

from __future__ import annotations

import datetime
import hashlib
import json

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.moderation.models.people import person

from ..choices import Event, State
from ..querysets import AddedWithholdableQuerySet
from ..transitions import TRANSITIONS
from .kept import AddedOnly, Withholdable

OWE_A_REASON = [event.value for event, transition in TRANSITIONS.items() if transition.reason_is_owed]


def in_utc(at: datetime.datetime | None) -> str:
    """An instant written in one way, whatever zone it was told in."""
    return at.astimezone(datetime.UTC).isoformat() if at else ""


class DossierStep(AddedOnly, Withholdable):
    """Who did what, in which seat, on whose behalf, when, why; and when what they recorded had happened."""

    dossier = models.ForeignKey(
        "clarification.ClarificationDossierPage", on_delete=models.PROTECT, related_name="steps"
    )
    number = models.PositiveIntegerField()
    event = models.CharField(max_length=20, choices=Event)
    state_before = models.CharField(max_length=12, choices=State)
    state_after = models.CharField(max_length=12, choices=State)
    letter = models.CharField(max_length=2, blank=True)
    by = person(null=True)
    seat = models.ForeignKey("accounts.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    on_behalf_of = person(null=True)
    delegation = models.ForeignKey("accounts.Delegation", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    happened_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    chain = models.CharField(max_length=64, editable=False)

    objects = AddedWithholdableQuerySet.as_manager()

    words = ("reason",)

    class Meta:
        verbose_name = _("step of a dossier")
        verbose_name_plural = _("steps of dossiers")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "number"], name="clarification_step_numbered_once"),
            models.CheckConstraint(
                name="clarification_step_gives_a_reason",
                condition=~Q(event__in=OWE_A_REASON, reason=""),
                violation_error_message=_("Give the reason: it stays in the record."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_event_display()} {self.at:%d.%m.%Y %H:%M}"

    def link(self, previous: str) -> str:
        """The hash of this step and of all before it; of the reason only its own hash, which outlives a removal."""
        said = [
            previous,
            self.number,
            self.event,
            self.state_before,
            self.state_after,
            self.letter,
            self.by_id,
            in_utc(self.at),
            in_utc(self.happened_at),
            self.facts,
        ]
        return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
