"""Abstract models that every app stands on. This app owns no table."""

import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from . import clock

SOURCE_LANGUAGE = "vi"


class Dated(models.Model):
    """What holds from one day to another, by a written decision."""

    valid_from = models.DateField(
        _("valid from"), null=True, blank=True, help_text=_("The first day. Empty: the beginning is not known.")
    )
    valid_to = models.DateField(
        _("valid to"), null=True, blank=True, help_text=_("The last day, itself included. Empty: still valid.")
    )
    legal_basis = models.CharField(
        _("legal basis"), max_length=500, blank=True, help_text=_("Number, date and issuer of the decision.")
    )

    # Set on a new record that ends the one before it.
    replaces = False

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="%(app_label)s_%(class)s_ends_after_it_starts",
                violation_error_message=_("The last day cannot be before the first."),
            ),
        ]

    def is_valid(self, on: datetime.date | None = None) -> bool:
        day = on or clock.today()
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or self.valid_to >= day)

    @property
    def ends_after_it_starts(self) -> bool:
        return self.valid_from is None or self.valid_to is None or self.valid_from <= self.valid_to


class Translated(models.Model):
    """A row that holds its words in every language; the column without a language is always Vietnamese."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        # modeltranslation fills the plain column in the language of whoever saves; reports read that column raw.
        with translation.override(SOURCE_LANGUAGE):
            super().save(*args, **kwargs)
