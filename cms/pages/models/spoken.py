"""Pages in which an agency speaks by the mouth of one person."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from cms.moderation.models import Missing

from .. import speaking
from .base import ModeratedPage


class SpokenPage(ModeratedPage):
    """A page spoken by a spokesperson, or by somebody with a written delegation on the matter (HUE-52)."""

    spokesperson = models.ForeignKey(
        "registry.Spokesperson",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("spokesperson"),
    )
    delegation = models.ForeignKey(
        "registry.SpokespersonDelegation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("delegation to speak"),
        help_text=_("Instead of the spokesperson: the person delegated for this matter."),
    )

    speaker_panel = MultiFieldPanel(
        [FieldRowPanel([FieldPanel("spokesperson"), FieldPanel("delegation")])], heading=_("Who speaks")
    )

    class Meta(ModeratedPage.Meta):
        abstract = True
        constraints = [
            *ModeratedPage.Meta.constraints,
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_one_speaker",
                condition=Q(spokesperson=None) | Q(delegation=None),
                violation_error_message=_("Name the spokesperson or the delegation: one person speaks."),
            ),
        ]

    def missing(self) -> list[Missing]:
        return [*super().missing(), *speaking.lacking(self)]

    def refused_in_editor(self) -> list[Missing]:
        return [*super().refused_in_editor(), *speaking.refused(self)]
