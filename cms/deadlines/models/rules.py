"""The periods that law and house rules give: dated data with their source, never a number in code."""

from __future__ import annotations

import calendar
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.models import Dated, Translated
from cms.organisation.choices import Function

from ..choices import COUNTED_FORWARD, Unit
from ..querysets import DeadlineRuleQuerySet

LEAP_YEAR = 2028
FORWARD = [unit.value for unit in COUNTED_FORWARD]
is_code = RegexValidator(r"^[A-Z][A-Z0-9_]*\Z", _("Capital letters, digits and underscores: HUE_CLARIFY."))
is_name = RegexValidator(r"^[a-z][a-z0-9_]*\Z", _("Small letters, digits and underscores: statement."))


def check_months(months: Any) -> None:
    """Numbers of months, each once, in order."""
    is_list = isinstance(months, list) and all(isinstance(month, int) and 1 <= month <= 12 for month in months)
    if not is_list or sorted(set(months)) != months:
        raise ValidationError(_("Months are numbers from 1 to 12, each once, in order."))


def check_events(events: Any) -> None:
    """Names of events, each once; a clock that nothing ends would never stop."""
    if not isinstance(events, list) or not events or len(set(map(str, events))) != len(events):
        raise ValidationError(_("Name the events that end the clock, each once."))
    for event in events:
        is_name(event)


class DeadlineRule(Translated, Dated):
    """One period as one provision gives it, from one day to another. A clock takes the rule of its first day."""

    code = models.CharField(
        _("code"), max_length=40, validators=[is_code], help_text=_("The same for all versions of a rule.")
    )
    name = models.CharField(_("name"), max_length=255, help_text=_("What is owed, in a few words."))
    unit = models.CharField(_("counted in"), max_length=20, choices=Unit.choices)
    amount = models.PositiveSmallIntegerField(
        _("how many"), null=True, blank=True, help_text=_("Empty for a rule that ends before a date.")
    )
    day = models.PositiveSmallIntegerField(
        _("before this day of the month"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(31)],
        help_text=_("Only for a rule that ends before a date: from 0:00 of this day on it is late."),
    )
    months = models.JSONField(
        _("of these months"), default=list, blank=True, validators=[check_months], help_text=_("For example [3, 6].")
    )
    starts_with = models.CharField(_("starts with"), max_length=255, blank=True)
    ends_with = models.CharField(_("ends with"), max_length=255, blank=True)
    stop_events = models.JSONField(
        _("events that end it"),
        validators=[check_events],
        help_text=_("A list of names. With several, the clock ends with the latest."),
    )
    function = models.CharField(
        _("watched over by"),
        max_length=40,
        choices=Function.choices,
        blank=True,
        help_text=_("Whose director is told when it is overdue. Empty: nobody beside the agency's own lead."),
    )
    may_pause = models.BooleanField(_("may be paused"), default=False)
    longest_extension = models.PositiveSmallIntegerField(
        _("longest extension"), null=True, blank=True, help_text=_("In calendar days. Empty: it cannot be extended.")
    )
    last_call_hours = models.PositiveSmallIntegerField(
        _("last reminder, hours before"), default=3, help_text=_("For rules counted in hours. Others: on the last day.")
    )
    escalate_after_hours = models.PositiveSmallIntegerField(
        _("director told, hours after"), default=24, help_text=_("How long the agency's lead has before.")
    )
    is_confirmed = models.BooleanField(
        _("confirmed"), default=False, help_text=_("Somebody has compared it with the text in the gazette.")
    )

    # Columns that translation.py adds.
    name_vi: Any
    name_en: Any

    objects = DeadlineRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule of a deadline")
        verbose_name_plural = _("rules of deadlines")
        ordering = ["code", models.F("valid_from").desc(nulls_last=True)]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                nulls_distinct=False,
                name="deadlines_rule_begins_once",
                violation_error_message=_("A rule of this code begins on that day already."),
            ),
            models.CheckConstraint(
                condition=Q(unit=Unit.BEFORE_DATE, amount__isnull=True, day__isnull=False)
                | ~Q(unit=Unit.BEFORE_DATE) & Q(amount__isnull=False, amount__gte=1, day__isnull=True),
                name="deadlines_rule_says_how_long",
                violation_error_message=_("Give either how many, or before which day of which months."),
            ),
            models.CheckConstraint(
                condition=Q(may_pause=False, longest_extension__isnull=True) | Q(unit__in=FORWARD),
                name="deadlines_rule_pauses_forward",
                violation_error_message=_("What ends before a date can be neither paused nor extended."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        others = DeadlineRule.objects.filter(code=self.code).in_the_way_of(self)
        if others.exists():
            message = _("Another rule %(code)s holds in the same time.") % {"code": self.code}
            raise ValidationError(message, code="two_rules")
        self.check_date()

    def check_date(self) -> None:
        """A rule that ends before a date names one that every year has."""
        if self.unit != Unit.BEFORE_DATE:
            self.months = []
        if not self.day:
            return
        if not self.months:
            raise ValidationError({"months": _("Name the months.")})
        if any(self.day > calendar.monthrange(LEAP_YEAR, month)[1] for month in self.months):
            raise ValidationError({"day": _("One of these months has no such day.")})
