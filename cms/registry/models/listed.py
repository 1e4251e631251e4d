"""What one person enters and another makes public."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.core.models import Dated

from ..querysets import ListedQuerySet


class Listed(Dated):
    """A dated entry of a public list: entered by one person, made public by a director who is another."""

    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("entered by"),
    )
    entered_at = models.DateTimeField(_("entered at"), auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("made public by"),
    )
    published_at = models.DateTimeField(_("public since"), null=True, editable=False, db_index=True)

    kind_in_address = ""

    objects: Any = ListedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_public_by_another",
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False) & ~Q(published_by=F("entered_by")),
                violation_error_message=_("Whoever entered it cannot make it public: four eyes."),
            ),
        ]

    @property
    def is_public(self) -> bool:
        return self.published_at is not None and self.is_valid()
