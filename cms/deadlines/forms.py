"""Forms of the rules and of the calendar; saving is a service."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from cms.core import clock

from . import calendar, services
from .models import DeadlineRule


def known_codes() -> list[tuple[str, str]]:
    """A code is known by whoever starts the clock; a new one would start none."""
    return [(code, code) for code in DeadlineRule.objects.order_by("code").values_list("code", flat=True).distinct()]


class DeadlineRuleForm(WagtailAdminModelForm):
    """A rule as it will be from a day on. What ends it stays: the archive tells those events by their names."""

    instance: Any
    code = forms.ChoiceField(label=capfirst(_("code")), choices=known_codes)
    months = forms.TypedMultipleChoiceField(
        label=capfirst(_("of these months")),
        required=False,
        coerce=int,
        choices=[(month, str(month)) for month in range(1, 13)],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only for a rule that ends before a date."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["valid_from"].required = True
        self.fields["valid_from"].help_text = _("The rule before it ends the day before. Clocks that run keep theirs.")
        self.instance.replaces = True
        if self.instance.valid_from or self.instance.pk:  # a copy: of another day, and not yet compared
            self.initial |= {"valid_from": None, "valid_to": None, "is_confirmed": False}

    def clean_valid_from(self) -> Any:
        """What was counted by a rule stays true: a new one begins at the earliest today."""
        day = self.cleaned_data["valid_from"]
        if day and day < clock.today():
            raise forms.ValidationError(_("A new rule begins today or later: clocks have started by the old one."))
        return day

    def _post_clean(self) -> None:
        earlier = DeadlineRule.objects.filter(code=self.cleaned_data.get("code", "")).order_by("-pk").first()
        if earlier:
            self.instance.stop_events = earlier.stop_events
        self.instance.pk, self.instance._state.adding = None, True
        super()._post_clean()

    def save(self, commit: bool = True) -> Any:
        self.instance = services.enter_rule(self.instance, by=self.for_user)
        return self.instance


class HolidayForm(WagtailAdminModelForm):
    """A day of the calendar; several days in a row may be entered together."""

    instance: Any
    until = forms.DateField(
        label=capfirst(_("until")),
        required=False,
        widget=AdminDateInput,
        help_text=_("Only for several days in a row."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_new = self.instance.pk is None
        if not self.is_new:
            del self.fields["until"]

    def save(self, commit: bool = True) -> Any:
        if not self.is_new:
            return super().save(commit)
        self.instance = calendar.enter_days(self.instance, until=self.cleaned_data["until"], by=self.for_user)
        return self.instance
