"""A clock on a record, the events that end it, and what else happened to it."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.organisation.models import Agency

from ..choices import MET, NoteKind, Outcome
from ..clockface import ClockFace
from ..querysets import DeadlineQuerySet
from .people import person
from .rules import DeadlineRule


class Deadline(ClockFace, models.Model):
    """One duty with its end. It keeps the rule with which it began; the services of this app are its only writers."""

    rule = models.ForeignKey(DeadlineRule, on_delete=models.PROTECT, related_name="deadlines", verbose_name=_("rule"))
    code = models.CharField(_("code"), max_length=40)
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    object_id = models.CharField(max_length=64)
    subject: Any = GenericForeignKey("content_type", "object_id")

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name=_("agency"))
    responsible = person(null=True, verbose_name=_("person responsible"))
    started_at = models.DateTimeField(_("counted from"))
    started_by = person(null=True, verbose_name=_("started by"))
    due_at = models.DateTimeField(_("due"))
    met_at = models.DateTimeField(_("met"), null=True)
    outcome = models.CharField(_("outcome"), max_length=8, choices=Outcome.choices, default=Outcome.RUNNING)
    waived_at = models.DateTimeField(_("waived"), null=True)
    waiver = models.TextField(_("reason of the waiver"), blank=True)
    paused_at = models.DateTimeField(_("paused"), null=True)
    remind_at = models.DateTimeField(_("next reminder"), null=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = _("deadline")
        verbose_name_plural = _("deadlines")
        ordering = ["due_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "content_type", "object_id"], name="deadlines_one_clock_a_rule_and_record"
            ),
            models.CheckConstraint(condition=~Q(due_at=F("started_at")), name="deadlines_clock_has_a_length"),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.RUNNING, met_at=None, waived_at=None, waiver="")
                | Q(outcome__in=[each.value for each in MET], met_at__isnull=False, waived_at=None, waiver="")
                | Q(outcome=Outcome.WAIVED, met_at=None, waived_at__isnull=False) & ~Q(waiver=""),
                name="deadlines_clock_ends_one_way",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.RUNNING) | Q(paused_at=None, remind_at=None),
                name="deadlines_ended_clock_is_still",
            ),
        ]
        indexes = [
            models.Index(fields=["remind_at"], name="deadline_to_remind", condition=Q(remind_at__isnull=False)),
            models.Index(fields=["outcome", "due_at"], name="deadline_by_outcome_and_due"),
            models.Index(fields=["agency", "outcome", "due_at"], name="deadline_by_agency"),
            models.Index(fields=["responsible", "outcome", "due_at"], name="deadline_by_responsible"),
            models.Index(fields=["content_type", "object_id"], name="deadline_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.pk}"

    @property
    def is_running(self) -> bool:
        return self.outcome == Outcome.RUNNING

    def is_overdue(self, at: datetime.datetime) -> bool:
        return self.is_running and self.paused_at is None and not self.is_kept(at)

    @property
    def was_late(self) -> bool:
        """Being late stays, a later waiver included."""
        return self.outcome == Outcome.LATE or bool(self.waived_at and not self.is_kept(self.waived_at))


class StopEvent(models.Model):
    """One of the events that the rule names has happened."""

    deadline = models.ForeignKey(Deadline, on_delete=models.PROTECT, related_name="stops")
    event = models.CharField(_("event"), max_length=40)
    at = models.DateTimeField(_("happened"))
    by = person(null=True)
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("event that ends a deadline")
        verbose_name_plural = _("events that end deadlines")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["deadline", "event"], name="deadlines_event_counts_once"),
        ]

    def __str__(self) -> str:
        return self.event


class Note(models.Model):
    """What else happened to a clock, by whom and why. Rows are added, never changed."""

    deadline = models.ForeignKey(Deadline, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(_("kind"), max_length=16, choices=NoteKind.choices)
    at = models.DateTimeField(_("happened"))
    by = person(null=True)
    reason = models.TextField(_("reason"), blank=True)
    facts = models.JSONField(default=dict)
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("note on a deadline")
        verbose_name_plural = _("notes on deadlines")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind__in=[NoteKind.PAUSED, NoteKind.EXTENDED, NoteKind.WAIVED], reason=""),
                name="deadlines_note_gives_its_reason",
                violation_error_message=_("Give the reason."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
