"""Bodies that hold or supply what the archive keeps."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from cms.core import clock
from cms.core.models import Dated, Translated

from ..choices import AgencyKind, AgencySuccessionKind, Function
from ..identifiers import LONGEST, validate_eid
from ..querysets import AgencyQuerySet, AgencySuccessionQuerySet
from .terms import AgencyTerm
from .units import AdministrativeUnit


class Agency(index.Indexed, Translated, Dated):
    """A body under one name; a new name is a new row, so that past facts keep past names."""

    eid = models.CharField(
        _("electronic identifier"),
        max_length=LONGEST,
        validators=[validate_eid],
        help_text=_(
            "By Decision 20/2020: H57.12.3; Z01 and a code for other organisations; the code of an enterprise."
        ),
    )
    alt_ids = models.CharField(
        _("other identifiers"), max_length=255, blank=True, help_text=_("Older or foreign codes, parted by commas.")
    )
    name = models.CharField(
        _("name"), max_length=255, help_text=_("In full. A new name by decision is a new agency and a succession.")
    )
    short_name = models.CharField(_("short name"), max_length=80, blank=True, help_text=_("As lists show it."))
    kind = models.CharField(_("kind"), max_length=24, choices=AgencyKind.choices)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("belongs to"),
    )
    home_unit = models.ForeignKey(
        AdministrativeUnit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agencies",
        verbose_name=_("territory"),
        help_text=_("The territory that it serves."),
    )
    phone = models.CharField(_("public telephone"), max_length=40, blank=True)
    email = models.EmailField(_("public e-mail"), blank=True)
    security_contact = models.CharField(
        _("security contact"), max_length=255, blank=True, help_text=_("Whom to call about a breach. Never published.")
    )
    seat_quota = models.PositiveSmallIntegerField(
        _("contributor seats"), default=1, help_text=_("How many may contribute for it. The decisions give one.")
    )
    approve_quota = models.PositiveSmallIntegerField(
        _("approval seats"),
        default=2,
        validators=[MinValueValidator(0)],
        help_text=_("How many may clear or approve for it: the head and a deputy."),
    )

    # Columns that translation.py adds.
    name_vi: Any
    name_en: Any

    objects = AgencyQuerySet.as_manager()

    search_fields = [
        index.AutocompleteField("name_vi"),
        index.AutocompleteField("name_en"),
        index.AutocompleteField("short_name"),
        index.AutocompleteField("eid"),
    ]

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["eid", "valid_from"]
        constraints = [*Dated.Meta.constraints]
        indexes = [models.Index(fields=["eid"], name="organisation_agency_eid")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.check_eid_is_free()
        self.check_english_name()

    def check_eid_is_free(self) -> None:
        if other := Agency.objects.sharing_eid(self).first():
            message = _("%(agency)s bears this identifier in the same time.") % {"agency": other}
            raise ValidationError({"eid": ValidationError(message, code="duplicate")})

    def check_english_name(self) -> None:
        """The approved English name is taken where there is one, and no other is let in."""
        if not (term := AgencyTerm.objects.naming(self.name_vi or "", on=self.valid_to)):
            return
        self.name_en = self.name_en or term.name_en
        if self.name_en != term.name_en:
            message = _("The official English name is “%(name)s”.") % {"name": term.name_en}
            raise ValidationError({"name_en": ValidationError(message, code="not_official")})

    def name_on(self, day: datetime.date) -> str:
        """What this body was called on the day, following its changes of name back and forth."""
        return (self.as_of(day) or self).name

    def as_of(self, day: datetime.date) -> "Agency | None":
        """The row under which this same body stood on the day."""
        seen, here = {self.pk}, [self]
        while here:
            agency = here.pop()
            if agency.is_valid(day):
                return agency
            here += [other for other in agency.under_other_names() if other.pk not in seen]
            seen |= {other.pk for other in here}
        return None

    def under_other_names(self) -> models.QuerySet["Agency"]:
        renamed = AgencySuccession.objects.filter(kind=AgencySuccessionKind.RENAME, function="")
        return Agency.objects.filter(
            Q(pk__in=renamed.filter(predecessor=self).values("successor"))
            | Q(pk__in=renamed.filter(successor=self).values("predecessor"))
        )

    def successor(self, function: str | None = None, on: datetime.date | None = None) -> "Agency | None":
        """Who stands in this agency's place on the day: for the function first, else in everything.

        None when nobody follows, or when several follow and none of them in everything.
        """
        day, seen, agency = on or clock.today(), {self.pk}, self
        while (
            following := AgencySuccession.objects.next_for(agency, function or "", day)
        ) and following.pk not in seen:
            seen.add(following.pk)
            agency = following
        return agency if agency is not self else None


class AgencySuccession(models.Model):
    """One agency following another, in everything or for one function."""

    predecessor = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="successions", verbose_name=_("predecessor")
    )
    successor = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="precessions", verbose_name=_("successor")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=AgencySuccessionKind.choices)
    function = models.CharField(
        _("function"),
        max_length=40,
        choices=Function.choices,
        blank=True,
        default="",
        help_text=_("Empty: in everything that is not named in another row."),
    )
    effective_on = models.DateField(_("effective on"), help_text=_("The first day of the successor."))
    legal_basis = models.CharField(_("legal basis"), max_length=500, blank=True)

    objects = AgencySuccessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("succession of agencies")
        verbose_name_plural = _("successions of agencies")
        ordering = ["-effective_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(successor=F("predecessor")),
                name="organisation_agency_follows_another",
                violation_error_message=_("An agency cannot follow itself."),
            ),
            models.UniqueConstraint(
                fields=["predecessor", "successor", "function"],
                name="organisation_agency_follows_once",
                violation_error_message=_("This succession is recorded already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
