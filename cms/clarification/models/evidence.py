"""What a part rests on: source material, documents, files, arguments (Đ4.1), or the statement that there is none."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.moderation.models.people import agency, person

from ..choices import EvidenceKind, Release
from .kept import Withholdable


class EvidenceItem(Withholdable):
    """One piece of evidence for one part: a file, a citation or both; or “none exists”, with the reason."""

    part = models.ForeignKey("clarification.DossierPart", on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=16, choices=EvidenceKind)
    title = models.CharField(_("what it is"), max_length=300)
    file = models.ForeignKey(
        "clarification.DossierFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    citation = models.TextField(_("citation"), blank=True, help_text=_("Number, date, issuer; or the argument."))
    source = models.CharField(_("source"), max_length=300, blank=True)
    dated_on = models.DateField(_("date"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=12, default="vi")
    may_be_released = models.CharField(_("may be released"), max_length=8, choices=Release, default=Release.NO)
    none_exists = models.BooleanField(_("none exists"), default=False)
    reason = models.TextField(_("why none exists"), blank=True)
    added_by = person()
    agency = agency(null=True)
    added_at = models.DateTimeField(default=timezone.now)
    set_aside_at = models.DateTimeField(null=True)
    set_aside_by = person(null=True)
    set_aside_reason = models.TextField(blank=True)

    words = ("title", "citation", "source", "reason", "set_aside_reason")

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="clarification_evidence_has_a_kind",
                condition=Q(kind__in=EvidenceKind.values),
                violation_error_message=_("Say what sort of evidence it is."),
            ),
            models.CheckConstraint(
                name="clarification_evidence_shows_something",
                condition=Q(none_exists=True) | Q(file__isnull=False) | ~Q(citation=""),
                violation_error_message=_("Attach a file, or cite what the evidence is."),
            ),
            models.CheckConstraint(
                name="clarification_no_evidence_for_a_reason",
                condition=Q(none_exists=False) | Q(file__isnull=True) & ~Q(reason=""),
                violation_error_message=_("Say why no evidence exists."),
            ),
            models.CheckConstraint(
                name="clarification_set_aside_for_a_reason",
                condition=Q(set_aside_at=None) | ~Q(set_aside_reason=""),
                violation_error_message=_("Say why the evidence is set aside."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def counts(self) -> bool:
        """It stands, and nobody has set it aside."""
        return self.set_aside_at is None
