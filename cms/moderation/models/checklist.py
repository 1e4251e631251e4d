"""What an appraiser must answer before an item goes on (HUE-21, Đ6.1). Dated: old answers keep their question."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.models import Dated, Translated
from cms.core.querysets import DatedQuerySet


class ChecklistLine(Dated, Translated):
    """One question of the appraisal checklist, with its legal source."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    question = models.CharField(_("question"), max_length=300)
    is_mandatory = models.BooleanField(_("must be answered yes"), default=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("checklist line")
        verbose_name_plural = _("checklist lines")
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return self.question
