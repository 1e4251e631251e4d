"""The numbers of the review path: dated data with their source, never constants in code."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.models import Dated
from cms.core.querysets import DatedQuerySet


class ReviewPolicy(Dated):
    """How long a claim holds, when an item should be through; house rules until a decision says otherwise."""

    claim_working_days = models.PositiveSmallIntegerField(
        _("working days a claim holds"), default=2, validators=[MinValueValidator(1)]
    )
    target_working_days = models.PositiveSmallIntegerField(
        _("working days to the target date"), default=5, validators=[MinValueValidator(1)]
    )

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("review policy")
        verbose_name_plural = _("review policies")

    def __str__(self) -> str:
        return f"{self.claim_working_days} / {self.target_working_days}"
