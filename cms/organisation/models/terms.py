"""Official names in other languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.models import Dated, Translated

from ..querysets import AgencyTermQuerySet


class AgencyTerm(Translated, Dated):
    """An approved foreign name: whatever agency bears the Vietnamese name bears this one too."""

    name = models.CharField(_("name"), max_length=255, help_text=_("Exactly as the decision writes it."))

    objects = AgencyTermQuerySet.as_manager()

    class Meta:
        verbose_name = _("official foreign name")
        verbose_name_plural = _("official foreign names")
        ordering = ["name_vi"]
        constraints = [*Dated.Meta.constraints]

    def __str__(self) -> str:
        return self.name
