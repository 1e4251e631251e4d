"""What starts the two clocks: the department's notice (Đ4.5), and the mark of major impact (NĐ 244/2026 Đ7)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.moderation.models.people import person
from cms.organisation.models import Agency

from ..querysets import AddedWithholdableQuerySet
from .kept import AddedOnly, Withholdable


class DeptNotice(AddedOnly, Withholdable):
    """A notice as it was received, by whom, and what proves it. The first starts the clock, a later one never does."""

    dossier = models.ForeignKey(
        "clarification.ClarificationDossierPage", on_delete=models.PROTECT, related_name="notices"
    )
    number = models.CharField(_("number"), max_length=100)
    dated_on = models.DateField(_("date of the notice"))
    sent_at = models.DateTimeField(_("sent"))
    received_at = models.DateTimeField(_("received"))
    recipients = models.ManyToManyField(Agency, related_name="+", verbose_name=_("recipients"))
    text = models.TextField(_("what it asks"), blank=True)
    scan = models.ForeignKey(
        "clarification.DossierFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    is_confirmed_by_recipient = models.BooleanField(_("confirmed by the recipient"), default=True)
    proof = models.TextField(_("proof of delivery"), blank=True)
    proof_file = models.ForeignKey(
        "clarification.DossierFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_by = person()
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = AddedWithholdableQuerySet.as_manager()

    words = ("text", "proof")

    class Meta:
        verbose_name = _("notice of the department")
        verbose_name_plural = _("notices of the department")
        ordering = ["recorded_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="clarification_notice_is_numbered",
                condition=~Q(number=""),
                violation_error_message=_("Give the number of the notice."),
            ),
            models.CheckConstraint(
                name="clarification_notice_sent_then_received",
                condition=Q(received_at__gte=F("sent_at")),
                violation_error_message=_("A notice cannot be received before it is sent."),
            ),
            models.CheckConstraint(
                name="clarification_delivery_is_proved",
                condition=Q(is_confirmed_by_recipient=True) | ~Q(proof=""),
                violation_error_message=_("Where the recipient has not confirmed it, say what proves the delivery."),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class ImpactMark(Withholdable):
    """Somebody determined that the matter is of major impact, or that opinions conflict; it goes only for a reason."""

    dossier = models.ForeignKey(
        "clarification.ClarificationDossierPage", on_delete=models.PROTECT, related_name="impact_marks"
    )
    determined_at = models.DateTimeField(_("determined"))
    reason = models.TextField(_("why it is of major impact"))
    by = person()
    at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True)
    removed_by = person(null=True)
    removal_reason = models.TextField(_("why the mark is removed"), blank=True)

    words = ("reason", "removal_reason")

    class Meta:
        verbose_name = _("mark of major impact")
        verbose_name_plural = _("marks of major impact")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(removed_at=None), name="clarification_one_impact_mark"
            ),
            models.CheckConstraint(
                name="clarification_impact_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say why it is of major impact."),
            ),
            models.CheckConstraint(
                name="clarification_impact_goes_for_a_reason",
                condition=Q(removed_at=None) | Q(removed_by__isnull=False) & ~Q(removal_reason=""),
                violation_error_message=_("Say why the mark is removed."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.dossier)
