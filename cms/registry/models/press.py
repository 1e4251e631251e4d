"""Press organisations, as far as measures name them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.models import Dated

from ..choices import PressKind


class PressOrganisation(Dated):
    """A press agency or outlet, with the licence that says how long it works here."""

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=PressKind, default=PressKind.DOMESTIC)
    country = models.CharField(_("country"), max_length=100, blank=True)
    licence = models.CharField(_("licence number"), max_length=100, blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    phone = models.CharField(_("telephone of the newsroom"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail of the newsroom"), blank=True)

    class Meta(Dated.Meta):
        verbose_name = _("press organisation")
        verbose_name_plural = _("press organisations")
        ordering = ["name"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["name", "country"],
                name="registry_press_named_once",
                violation_error_message=_("This press organisation is in the register already."),
            ),
            models.CheckConstraint(
                name="registry_foreign_press_has_country",
                condition=Q(kind=PressKind.DOMESTIC) | ~Q(country=""),
                violation_error_message=_("Give the country of a foreign press organisation."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
