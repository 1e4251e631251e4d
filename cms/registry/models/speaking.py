"""Who speaks to the press for an agency, and who in their place on one matter (Decree 244/2026, Đ3)."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.models import Dated, Translated

from ..querysets import DelegationQuerySet
from .listed import Listed


class Spokesperson(Translated, Listed):
    """The person who speaks for an agency, by official telephone and e-mail only; never a private number."""

    agency = models.ForeignKey(
        "organisation.Agency", on_delete=models.PROTECT, related_name="spokespersons", verbose_name=_("agency")
    )
    name = models.CharField(_("full name"), max_length=200)
    position = models.CharField(_("position"), max_length=200)
    phone = models.CharField(_("official telephone"), max_length=40)
    email = models.EmailField(_("official e-mail"))
    decision_number = models.CharField(_("number of the decision"), max_length=100)
    decided_at = models.DateTimeField(
        _("moment of the decision"), help_text=_("From here on the entry is to be public within the legal time.")
    )

    kind_in_address = "spokesperson"

    # Columns that translation.py adds.
    position_vi: Any
    position_en: Any

    class Meta(Listed.Meta):
        verbose_name = _("spokesperson")
        verbose_name_plural = _("spokespersons")
        ordering = ["agency__eid", "-decided_at"]
        indexes = [models.Index(fields=["agency", "valid_to"], name="registry_spokesperson_agency")]

    def __str__(self) -> str:
        return f"{self.name}, {self.position}"

    def clean(self) -> None:
        super().clean()
        if self.decided_at and self.decided_at > timezone.now():
            raise ValidationError({"decided_at": _("This moment has not come yet: give the moment of the decision.")})


class SpokespersonDelegation(Dated):
    """A written, dated delegation to speak on one matter. It is given by a spokesperson, so it cannot be passed on."""

    spokesperson = models.ForeignKey(
        Spokesperson, on_delete=models.PROTECT, related_name="delegations", verbose_name=_("given by")
    )
    name = models.CharField(_("full name"), max_length=200)
    position = models.CharField(_("position"), max_length=200)
    phone = models.CharField(_("official telephone"), max_length=40, blank=True)
    email = models.EmailField(_("official e-mail"), blank=True)
    matter = models.CharField(_("matter"), max_length=400, help_text=_("The one matter on which this person speaks."))
    document_number = models.CharField(_("number of the document"), max_length=100)
    document_date = models.DateField(_("date of the document"))

    objects = DelegationQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("delegation to speak")
        verbose_name_plural = _("delegations to speak")
        ordering = ["-document_date"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="registry_delegation_begins_and_ends",
                condition=Q(valid_from__isnull=False, valid_to__isnull=False),
                violation_error_message=_("A delegation has a first and a last day."),
            ),
            models.CheckConstraint(
                name="registry_delegation_is_written_first",
                condition=Q(valid_from__gte=models.F("document_date")),
                violation_error_message=_("Nobody speaks before the delegation is written."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.matter}"

    def may_speak(self, on: datetime.date) -> bool:
        """In force that day, by somebody who is public as a spokesperson that day."""
        return self.is_valid(on) and self.spokesperson.published_at is not None and self.spokesperson.is_valid(on)
