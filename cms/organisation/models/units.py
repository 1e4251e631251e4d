"""Territories, and how they became one another."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from cms.core.models import Dated, Translated
from cms.core.querysets import DatedQuerySet

from ..choices import UnitLevel, UnitSuccessionKind


class AdministrativeUnit(index.Indexed, Translated, Dated):
    """A territory: province, ward, commune; a new parent or a new name opens a new row."""

    code = models.CharField(_("code"), max_length=20, help_text=_("The code in the official list of units."))
    name = models.CharField(_("name"), max_length=255, help_text=_("In full, such as “tỉnh Quảng Nam”."))
    level = models.CharField(_("level"), max_length=20, choices=UnitLevel.choices)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("belongs to"),
        help_text=_("If it moves to another parent, close this row and open a new one."),
    )

    objects = DatedQuerySet.as_manager()

    search_fields = [
        index.AutocompleteField("name_vi"),
        index.AutocompleteField("name_en"),
        index.SearchField("code"),
    ]

    class Meta:
        verbose_name = _("administrative unit")
        verbose_name_plural = _("administrative units")
        ordering = ["code", "valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="organisation_unit_code_begins_once",
                nulls_distinct=False,
                violation_error_message=_("A unit with this code begins on this day already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UnitSuccession(models.Model):
    """One territory becoming (part of) another; a split has several rows."""

    predecessor = models.ForeignKey(
        AdministrativeUnit, on_delete=models.PROTECT, related_name="successions", verbose_name=_("predecessor")
    )
    successor = models.ForeignKey(
        AdministrativeUnit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="precessions",
        verbose_name=_("successor"),
        help_text=_("Empty only when the unit was abolished."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=UnitSuccessionKind.choices)
    effective_on = models.DateField(_("effective on"), help_text=_("The first day of the successor."))
    share_note = models.CharField(
        _("what went over"),
        max_length=500,
        blank=True,
        help_text=_("Which part. Totals are never divided between successors by the archive."),
    )
    legal_basis = models.CharField(_("legal basis"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("succession of units")
        verbose_name_plural = _("successions of units")
        ordering = ["-effective_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | ~Q(successor=F("predecessor")),
                name="organisation_unit_follows_another",
                violation_error_message=_("A unit cannot follow itself."),
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=False) | Q(kind=UnitSuccessionKind.ABOLISH),
                name="organisation_unit_has_successor_unless_abolished",
                violation_error_message=_("Only an abolished unit has no successor."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor or '–'}"
