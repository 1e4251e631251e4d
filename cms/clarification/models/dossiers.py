"""The dossier itself: what it is about, whose it is, where it stands."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageManager

from cms.moderation.choices import Sensitivity
from cms.moderation.models.people import agency, person
from cms.organisation.models import Agency

from ..choices import NOT_YET_OPEN, OVER, DismissalGround, Event, Outcome, State, Trigger
from ..querysets import DossierQuerySet
from ..transitions import allows
from .kept import Withholdable


class Unroutable(Page):
    """A page that no address leads to, that is never live, and that Wagtail's own screens do not know."""

    is_creatable = False
    parent_page_types: list[str] = []
    subpage_types: list[str] = []
    search_fields: list[Any] = []
    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def get_indexed_instance(self) -> None:
        """Wagtail's own search keeps nothing of it."""

    def save(self, clean: bool = True, user: Any = None, log_action: Any = None, **kwargs: Any) -> Any:
        """Wagtail's own log keeps nothing of it either: a dossier tells its story itself."""
        return super().save(clean=clean, user=user, log_action=None, **kwargs)

    def route(self, request: HttpRequest, path_components: list[str]) -> NoReturn:
        raise Http404

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> NoReturn:
        raise Http404

    def get_url_parts(self, request: HttpRequest | None = None) -> None:
        """It has no address, whatever it stands below."""

    def permissions_for_user(self, user: Any) -> NoReturn:
        """Wagtail's screens answer as if there were no such page, to everybody."""
        raise Http404


class DossierRegisterPage(Unroutable):
    """The shelf on which all dossiers stand, beside the sites and below none of them."""

    max_count = 1

    class Meta:
        verbose_name = _("register of dossiers")
        verbose_name_plural = _("registers of dossiers")


class DossierCounter(models.Model):
    """The last number given in a year; its row is locked meanwhile."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("counter of dossiers")
        verbose_name_plural = _("counters of dossiers")

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"

    def code(self) -> str:
        """As written on the cover: HS.2026.LR048."""
        return f"HS.{self.year}.LR{self.last:03d}"


class ClarificationDossierPage(Unroutable, Withholdable):
    """False information about the province: what it says, what is true, who answers, by when, and what came of it."""

    code = models.CharField(_("code"), max_length=24, unique=True)
    state = models.CharField(_("state"), max_length=12, choices=State)
    trigger = models.CharField(_("trigger"), max_length=12, choices=Trigger)
    request_number = models.CharField(_("number of the department's document"), max_length=100, blank=True)
    request_date = models.DateField(_("date of the department's document"), null=True, blank=True)
    request_scan = models.ForeignKey(
        "clarification.DossierFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reporting_agency = agency(null=True, blank=True, verbose_name=_("recorded by"))
    lead_agency = agency(null=True, blank=True, verbose_name=_("lead agency"))
    related_agencies = models.ManyToManyField(Agency, blank=True, related_name="+", verbose_name=_("related agencies"))
    sensitivity = models.PositiveSmallIntegerField(_("sensitivity"), choices=Sensitivity, default=Sensitivity.INTERNAL)
    opened_by = person(verbose_name=_("opened by"))
    opened_at = models.DateTimeField(_("recorded"))
    round = models.PositiveSmallIntegerField(_("round"), default=0)
    submitted_at = models.DateTimeField(_("handed in"), null=True)
    submitted_by = person(null=True, blank=True)
    assignee = person(null=True, blank=True, verbose_name=_("appraiser"))
    planned_measures = models.JSONField(_("measures agreed on"), default=list)
    impact = models.ForeignKey(
        "clarification.ImpactMark", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    escalated_at = models.DateTimeField(_("escalated"), null=True)
    escalation_note = models.TextField(_("note on the escalation"), blank=True)
    dismissal_ground = models.CharField(_("ground"), max_length=12, choices=DismissalGround, blank=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, blank=True)
    lessons = models.TextField(_("lessons learned"), blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True)

    objects = PageManager.from_queryset(DossierQuerySet)()

    words = ("title", "escalation_note", "lessons")

    class Meta:
        verbose_name = _("clarification dossier")
        verbose_name_plural = _("clarification dossiers")
        indexes = [
            models.Index(fields=["state"], name="clarification_by_state"),
            models.Index(fields=["lead_agency", "state"], name="clarification_by_lead"),
            models.Index(fields=["opened_at"], name="clarification_by_day"),
        ]
        constraints = [
            models.CheckConstraint(
                name="clarification_request_is_written",
                condition=Q(trigger=Trigger.DETECTED) | ~Q(request_number="") & Q(request_date__isnull=False),
                violation_error_message=_("Give the number and the date of the department's document."),
            ),
            models.CheckConstraint(
                name="clarification_at_least_internal",
                condition=Q(sensitivity__gte=Sensitivity.INTERNAL),
                violation_error_message=_("A dossier is never public: internal at least."),
            ),
            models.CheckConstraint(
                name="clarification_open_has_a_lead",
                condition=Q(state__in=[*NOT_YET_OPEN, State.DISMISSED]) | Q(lead_agency__isnull=False),
                violation_error_message=_("Name the agency that leads."),
            ),
            models.CheckConstraint(
                name="clarification_appraised_by_somebody",
                condition=~Q(state=State.APPRAISAL) | Q(assignee__isnull=False),
            ),
            models.CheckConstraint(
                name="clarification_closed_with_lessons",
                condition=~Q(state=State.CLOSED) | ~Q(outcome="") & ~Q(lessons="") & Q(closed_at__isnull=False),
                violation_error_message=_("Say how it ended, and what was learned."),
            ),
            models.CheckConstraint(
                name="clarification_dismissed_on_a_ground",
                condition=~Q(state=State.DISMISSED) | ~Q(dismissal_ground=""),
                violation_error_message=_("Say on which ground it is dismissed."),
            ),
            models.CheckConstraint(
                name="clarification_escalated_with_a_note",
                condition=Q(escalated_at=None) | ~Q(escalation_note=""),
                violation_error_message=_("An escalation carries a note."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    @property
    def has_impact(self) -> bool:
        """Marked as of major impact: the 24 hours run beside the seven days."""
        return self.impact_id is not None

    @property
    def is_escalated(self) -> bool:
        return self.escalated_at is not None

    def allows(self, event: Event) -> bool:
        """Whether the state machine knows this step from where the dossier stands."""
        return allows(self.state, event)

    @property
    def agencies(self) -> set[int]:
        """Numbers of the agencies whose business it is."""
        related = {each.pk for each in self.related_agencies.all()}
        return related | ({self.lead_agency_id} if self.lead_agency_id else set())
