"""The right of an agency to act, who sits on it, and who signs in their place."""

import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.core import clock
from cms.core.models import Dated, Translated
from cms.organisation.models import Agency

from ..choices import SeatKind, SeatState
from ..querysets import DelegationQuerySet, SeatAssignmentQuerySet, SeatQuerySet

COUNTED = (SeatKind.CONTRIBUTE, SeatKind.APPROVE)


class Seat(Dated):
    """The right of an agency to act in one way; it outlives the people who sit on it."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="seats", verbose_name=_("agency"))
    kind = models.CharField(_("kind"), max_length=12, choices=SeatKind.choices)
    state = models.CharField(_("state"), max_length=12, choices=SeatState.choices, default=SeatState.ACTIVE)
    slot = models.PositiveSmallIntegerField(
        _("place in the quota"), null=True, blank=True, editable=False, help_text=_("Given when the seat is opened.")
    )

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ["agency", "kind", "slot", "pk"]
        permissions = [("suspend_seat", "Can suspend a seat")]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "kind", "slot"],
                condition=Q(valid_to__isnull=True) & ~Q(state=SeatState.CLOSED),
                name="accounts_seat_place_taken_once",
                violation_error_message=_("This place in the agency's quota is taken."),
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[kind.value for kind in COUNTED]) | Q(slot__isnull=False, slot__gte=1),
                name="accounts_seat_counted_in_quota",
                violation_error_message=_("A seat to contribute or approve takes a place in the agency's quota."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency.short_name or self.agency}: {self.get_kind_display()}"

    def clean(self) -> None:
        super().clean()
        if self.agency_id is None or not self.kind:
            return
        if self.pk and Seat.objects.filter(pk=self.pk).exclude(agency=self.agency_id, kind=self.kind).exists():
            raise ValidationError(_("A seat keeps its agency and kind. Close it and open another."), code="kept")
        self.slot = self.slot or self.free_place()

    @property
    def quota(self) -> int | None:
        """How many such seats the agency may have; None when they are not counted."""
        quotas = {SeatKind.CONTRIBUTE: self.agency.seat_quota, SeatKind.APPROVE: self.agency.approve_quota}
        return quotas.get(SeatKind(self.kind))

    def free_place(self) -> int | None:
        """The lowest place of the quota not taken; None for kinds that are not counted."""
        if self.quota is None:
            return None
        others = Seat.objects.of(self.agency, self.kind).in_the_way_of(self)
        taken = set(others.values_list("slot", flat=True))
        if len(taken) >= self.quota:
            facts = {"agency": self.agency, "quota": self.quota}
            message = _("%(agency)s has all its seats of this kind: %(quota)s. Raise the quota first.") % facts
            raise ValidationError(message, code="quota")
        return next(place for place in range(1, len(taken) + 2) if place not in taken)

    def custodian(self, on: datetime.date | None = None) -> Any:
        """Who sits on it on the day, or nobody."""
        assignment = SeatAssignment.objects.filter(seat=self).on(on).select_related("user").first()
        return assignment.user if assignment else None


class Written(models.Model):
    """What rests on a written document."""

    document_number = models.CharField(_("document number"), max_length=100)
    document_date = models.DateField(_("document date"))

    class Meta:
        abstract = True


class SeatAssignment(Written, Translated, Dated):
    """A person on a seat from one day to another; kept for ever, so that the history of the seat is whole."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="assignments", verbose_name=_("seat"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments", verbose_name=_("custodian")
    )
    scan = models.FileField(
        _("scan of the document"), upload_to="documents/seats/%Y/", blank=True, help_text=_("Seen by staff only.")
    )
    position = models.CharField(_("position"), max_length=255, blank=True)
    section = models.CharField(
        pgettext_lazy("part of an agency", "section"),
        max_length=255,
        blank=True,
        help_text=_("The part of the agency."),
    )
    phone = models.CharField(_("telephone at work"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail at work"), blank=True)

    objects = SeatAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("custodian of a seat")
        verbose_name_plural = _("custodians of seats")
        ordering = ["seat", "-valid_from", "-pk"]
        constraints = [*Dated.Meta.constraints]

    def __str__(self) -> str:
        return f"{self.user} – {self.seat}"

    def is_in_force(self, on: datetime.date) -> bool:
        """Whether an active person may act by it on the day: of few rows at hand this is quicker than asking."""
        is_active = self.seat.state == SeatState.ACTIVE and self.user.is_active and not self.user.closed_at
        return is_active and all(dated.is_valid(on) for dated in (self, self.seat, self.seat.agency))

    def clean(self) -> None:
        super().clean()
        if self.seat_id is None:
            return
        others = SeatAssignment.objects.filter(seat=self.seat_id).in_the_way_of(self)
        if other := others.select_related("user").first():
            message = _("%(person)s sits on this seat in the same time.") % {"person": other.user}
            raise ValidationError({"seat": ValidationError(message, code="two_custodians")})


class Delegation(Written, Dated):
    """A custodian's written word that another may clear or approve in their name, within a scope and a time."""

    seat = models.ForeignKey(
        Seat,
        on_delete=models.PROTECT,
        related_name="delegations",
        verbose_name=_("seat"),
        limit_choices_to={"kind": SeatKind.APPROVE},
        help_text=_("Only a seat to clear or approve can be delegated."),
    )
    to_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="delegations", verbose_name=_("delegate")
    )
    scope = models.TextField(_("scope"), help_text=_("What the delegate may decide, in the words of the document."))
    revoked_at = models.DateTimeField(_("taken back"), null=True, blank=True, editable=False)

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        ordering = ["-valid_from", "-pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(valid_from__isnull=False, valid_to__isnull=False),
                name="accounts_delegation_is_dated",
                violation_error_message=_("A delegation has a first and a last day."),
            ),
            models.CheckConstraint(
                condition=~Q(scope="") & ~Q(document_number=""),
                name="accounts_delegation_is_written_and_scoped",
                violation_error_message=_("A delegation rests on a document that says what may be decided."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat} → {self.to_user}"

    def clean(self) -> None:
        super().clean()
        if self.seat_id is None:
            return
        if self.seat.kind != SeatKind.APPROVE:
            raise ValidationError(
                {"seat": ValidationError(_("Only a seat to clear or approve can be delegated."), code="kind")}
            )
        sitting = self.seat.custodian(self.valid_from or clock.today())
        if sitting is None:
            raise ValidationError(
                {"seat": ValidationError(_("Nobody sits on this seat on the first day."), code="empty")}
            )
        if sitting.pk == self.to_user_id:
            raise ValidationError({"to_user": ValidationError(_("The custodian needs no delegation."), code="self")})
