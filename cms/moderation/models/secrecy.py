"""Secrecy (HUE-17, Đ4.6): what the submitter declared, what the scan found, and what is set apart because of it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from .people import person


class Screening(models.Model):
    """A declaration made at handing in and the scan that went with it."""

    status = models.ForeignKey("moderation.ItemStatus", on_delete=models.PROTECT, related_name="screenings")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    declared_by = person()
    rules_version = models.CharField(max_length=20)
    hits = models.JSONField(default=list)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("screening")
        verbose_name_plural = _("screenings")

    def __str__(self) -> str:
        return f"{self.status_id} {self.at:%Y-%m-%d}"


class Quarantine(models.Model):
    """An item set apart: screeners see it, its author is told only that it is under review. Two people release it."""

    RELEASED, PURGED = "released", "purged"

    status = models.ForeignKey("moderation.ItemStatus", on_delete=models.PROTECT, related_name="quarantines")
    screening = models.ForeignKey(Screening, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("reason"))
    opened_at = models.DateTimeField(default=timezone.now)
    opened_by = person(null=True)
    release_proposed_by = person(null=True)
    release_reason = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = person(null=True)
    outcome = models.CharField(max_length=20, blank=True)

    class Meta:
        verbose_name = _("quarantine")
        verbose_name_plural = _("quarantines")
        constraints = [
            models.UniqueConstraint(
                name="one_open_quarantine_an_item", fields=["status"], condition=models.Q(closed_at=None)
            ),
            models.CheckConstraint(
                name="released_by_two_people",
                condition=models.Q(closed_at=None)
                | models.Q(release_proposed_by__isnull=False) & ~models.Q(closed_by=models.F("release_proposed_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.status_id}"
