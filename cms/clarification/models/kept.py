"""What every row of a dossier has in common: some are only ever added, and any may be set apart for screening."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.moderation.models.people import person

from ..choices import CaseOutcome


class AddedOnly(models.Model):
    """A row that is written once: nobody changes or removes it afterwards."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__}: rows are added, never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError(f"{type(self).__name__}: rows are added, never removed.")


class ScreeningCase(models.Model):
    """Words or a file of a dossier set apart, because a scan found the marking of a secret. Two people decide."""

    dossier = models.ForeignKey(
        "clarification.ClarificationDossierPage", on_delete=models.PROTECT, related_name="screening_cases"
    )
    what = models.CharField(_("what was set apart"), max_length=120)
    rules_version = models.CharField(max_length=20)
    hits = models.JSONField(default=list)
    opened_at = models.DateTimeField(default=timezone.now)
    written_by = person(null=True)
    release_proposed_by = person(null=True)
    release_reason = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = person(null=True)
    outcome = models.CharField(max_length=20, choices=CaseOutcome, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("screening of a dossier")
        verbose_name_plural = _("screenings of dossiers")
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="clarification_case_closed_by_two",
                condition=models.Q(closed_at=None)
                | models.Q(release_proposed_by__isnull=False, closed_by__isnull=False)
                & ~models.Q(closed_by=models.F("release_proposed_by")),
                violation_error_message=_("Two people decide: a colleague must propose it first."),
            ),
            models.CheckConstraint(
                name="clarification_case_closed_with_outcome",
                condition=models.Q(closed_at=None, outcome="")
                | models.Q(closed_at__isnull=False) & ~models.Q(outcome=""),
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def is_withheld(self) -> bool:
        """Nobody but the screeners may read it: not decided yet, or removed."""
        return self.closed_at is None or self.outcome == CaseOutcome.PURGED


class Withholdable(models.Model):
    """A row whose words are scanned when they are written, and hidden while a screening of them is open."""

    case = models.ForeignKey(
        ScreeningCase, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    words: ClassVar[tuple[str, ...]] = ()  # the fields that hold free text

    class Meta:
        abstract = True

    @property
    def is_withheld(self) -> bool:
        return self.case is not None and self.case.is_withheld

    def texts(self) -> list[str]:
        """Every free text of the row."""
        return [getattr(self, name) for name in self.words if getattr(self, name)]
