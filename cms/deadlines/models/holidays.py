"""The working calendar: only the days that are not as their weekday says."""

from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cms.core.models import Translated

from ..choices import HolidayKind
from ..querysets import HolidayQuerySet


class Holiday(Translated, models.Model):
    """A day off, or a weekend day that is worked in exchange for another."""

    day = models.DateField(
        _("day"), unique=True, error_messages={"unique": _("This day stands in the calendar already.")}
    )
    name = models.CharField(_("name"), max_length=255)
    kind = models.CharField(_("kind"), max_length=12, choices=HolidayKind.choices, default=HolidayKind.HOLIDAY)
    source = models.CharField(
        _("source"), max_length=255, blank=True, help_text=_("The decision or announcement that fixes the day.")
    )

    # Columns that translation.py adds.
    name_vi: Any
    name_en: Any

    objects = HolidayQuerySet.as_manager()

    class Meta:
        verbose_name = _("day of the working calendar")
        verbose_name_plural = _("days of the working calendar")
        ordering = ["day"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=HolidayKind.values), name="deadlines_holiday_is_of_a_known_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d.%m.%Y} {self.name}"

    @property
    def weekday(self) -> str:
        return date_format(self.day, "l", use_l10n=False)
