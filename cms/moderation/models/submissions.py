"""The legal record: what was handed in, who did what with it, in which seat, and why. Rows are added, never changed."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, WorkflowState

from ..choices import Event, State
from .people import agency, person


class Submission(models.Model):
    """One passage of an item through the review, from handing in to its end, however many rounds that takes."""

    status = models.ForeignKey("moderation.ItemStatus", on_delete=models.PROTECT, related_name="submissions")
    workflow_state: Any = models.ForeignKey(WorkflowState, null=True, on_delete=models.PROTECT, related_name="+")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    agency = agency(null=True)
    submitted_by = person()
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        constraints = [
            models.UniqueConstraint(
                name="one_open_submission_an_item", fields=["status"], condition=models.Q(ended_at=None)
            ),
        ]

    def __str__(self) -> str:
        return str(self.status)


class Step(models.Model):
    """One thing that happened to an item: the event, who acted, in whose seat, on whose behalf, and the reason."""

    status = models.ForeignKey("moderation.ItemStatus", on_delete=models.PROTECT, related_name="steps")
    submission = models.ForeignKey(Submission, null=True, on_delete=models.PROTECT, related_name="steps")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.PROTECT, related_name="+")
    event = models.CharField(max_length=24, choices=Event)
    state_before = models.CharField(max_length=20, choices=State)
    state_after = models.CharField(max_length=20, choices=State)
    round = models.PositiveSmallIntegerField()
    by = person(null=True)
    seat = models.ForeignKey("accounts.Seat", null=True, on_delete=models.PROTECT, related_name="+")
    on_behalf_of = person(null=True)
    delegation = models.ForeignKey("accounts.Delegation", null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    answers = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["pk"]
        indexes = [models.Index(fields=["status", "event"], name="step_by_status_and_event")]
        constraints = [
            models.CheckConstraint(
                name="refusals_give_a_reason",
                condition=~models.Q(
                    event__in=["agency_return", "return", "send_back", "reject", "withdraw", "restore", "archive"],
                    reason="",
                ),
                violation_error_message=_("Give the reason: the person concerned will read it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_event_display()} {self.at:%d.%m.%Y %H:%M}"


class ReturnNote(models.Model):
    """What is asked for in one field of a returned item; shown beside that field until the item is handed in again."""

    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="notes")
    field = models.CharField(_("field"), max_length=60)
    text = models.TextField(_("what to change"))

    class Meta:
        verbose_name = _("return note")
        verbose_name_plural = _("return notes")

    def __str__(self) -> str:
        return f"{self.field}: {self.text}"
