"""What was done about it (HUE-11…14, 53): releases, statements, briefings, posts, supplies, correction requests."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.moderation.models.people import agency, person

from ..choices import BRIEFINGS, CorrectionState, MeasureKind
from .kept import Withholdable


class ResponseMeasure(Withholdable):
    """One thing an agency did to answer; some count as the statement that the seven days ask for."""

    dossier = models.ForeignKey(
        "clarification.ClarificationDossierPage", on_delete=models.PROTECT, related_name="measures"
    )
    kind = models.CharField(_("kind"), max_length=24, choices=MeasureKind)
    at = models.DateTimeField(_("when"))
    agency = agency(verbose_name=_("agency"))
    spoken_by = models.CharField(_("who spoke or signed"), max_length=200, blank=True)
    title = models.CharField(_("what it is"), max_length=300)
    number = models.CharField(_("number"), max_length=100, blank=True)
    language = models.CharField(_("language"), max_length=12, default="vi")
    link = models.URLField(_("address"), max_length=1000, blank=True)
    file = models.ForeignKey(
        "clarification.DossierFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    press = models.TextField(_("which press, on which terms"), blank=True)
    counts_as_statement = models.BooleanField(_("counts as the statement"), default=False)
    copied_to_dept_at = models.DateTimeField(_("copied to the department"), null=True, blank=True)
    copy_reference = models.CharField(_("how it was copied"), max_length=200, blank=True)
    recorded_by = person()
    recorded_at = models.DateTimeField(default=timezone.now)

    words = ("spoken_by", "title", "number", "press", "copy_reference")

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["dossier", "counts_as_statement"], name="clarification_statements")]
        constraints = [
            models.CheckConstraint(name="clarification_measure_has_a_kind", condition=Q(kind__in=MeasureKind.values)),
            models.CheckConstraint(
                name="clarification_copy_of_a_statement",
                condition=Q(copied_to_dept_at=None) | Q(counts_as_statement=True),
                violation_error_message=_("Only what counts as the statement is copied to the department."),
            ),
            models.CheckConstraint(
                name="clarification_request_is_no_statement",
                condition=~Q(kind=MeasureKind.CORRECTION_REQUEST) | Q(counts_as_statement=False),
                violation_error_message=_("A request for correction is not the statement."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class AttendanceTask(models.Model):
    """The department asks an agency to attend a briefing (Đ4.4b); its attendance ends the task."""

    dossier = models.ForeignKey(
        "clarification.ClarificationDossierPage", on_delete=models.PROTECT, related_name="attendance_tasks"
    )
    kind = models.CharField(_("briefing"), max_length=24, choices=[(kind, kind.label) for kind in BRIEFINGS])
    agency = agency(verbose_name=_("agency"))
    held_at = models.DateTimeField(_("when it is held"))
    note = models.CharField(_("what is asked"), max_length=300, blank=True)
    asked_by = person()
    asked_at = models.DateTimeField(default=timezone.now)
    measure = models.ForeignKey(
        ResponseMeasure, null=True, blank=True, on_delete=models.PROTECT, related_name="attendance_tasks"
    )

    class Meta:
        verbose_name = _("attendance asked for")
        verbose_name_plural = _("attendances asked for")
        ordering = ["held_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.held_at:%d.%m.%Y}"

    @property
    def is_done(self) -> bool:
        return self.measure_id is not None


class CorrectionRequest(Withholdable):
    """A letter to an outlet that published a falsehood: grounds, answer, outcome (NĐ 244/2026 Đ7.6)."""

    dossier = models.ForeignKey(
        "clarification.ClarificationDossierPage", on_delete=models.PROTECT, related_name="corrections"
    )
    item = models.ForeignKey(
        "clarification.MisinformationItem", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    state = models.CharField(_("state"), max_length=12, choices=CorrectionState, default=CorrectionState.PREPARED)
    outlet = models.CharField(_("outlet"), max_length=200)
    article_url = models.URLField(_("address of the article"), max_length=1000, blank=True)
    grounds = models.TextField(_("grounds"))
    letter_number = models.CharField(_("number of the letter"), max_length=100, blank=True)
    letter = models.ForeignKey(
        "clarification.DossierFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    correction_url = models.URLField(_("address of the correction"), max_length=1000, blank=True)
    outcome = models.TextField(_("outcome"), blank=True)
    agency = agency(verbose_name=_("agency"))
    prepared_by = person()
    prepared_at = models.DateTimeField(default=timezone.now)

    words = ("outlet", "grounds", "letter_number", "answer", "outcome")

    class Meta:
        verbose_name = _("correction request")
        verbose_name_plural = _("correction requests")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="clarification_correction_has_grounds",
                condition=~Q(grounds="") & ~Q(outlet=""),
                violation_error_message=_("Name the outlet and give the grounds."),
            ),
            models.CheckConstraint(
                name="clarification_correction_sent_with_a_letter",
                condition=Q(state__in=[CorrectionState.PREPARED, CorrectionState.CLOSED])
                | Q(sent_at__isnull=False) & ~Q(letter_number=""),
                violation_error_message=_("A request is sent by a numbered letter."),
            ),
            models.CheckConstraint(
                name="clarification_correction_answered_after_sending",
                condition=Q(answered_at=None) | Q(sent_at=None) | Q(answered_at__gte=F("sent_at")),
                violation_error_message=_("An answer cannot come before the letter."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outlet}: {self.get_state_display()}"
