"""The queue's filters: a form that works as links, and what it asks of the table."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cms.organisation.models import Agency

from . import looks
from .choices import HIDDEN, State
from .models import moderated_models

ANY = [("", _("All"))]
AGES = [("1", _("1 day or more")), ("3", _("3 days or more")), ("7", _("7 days or more")), ("30", _("30 days or more"))]
ROUNDS = [("1", _("First")), ("2", _("Second")), ("3", _("Third or later"))]


def shown_states() -> list[tuple[str, Any]]:
    return [(state.value, state.label) for state in State if state not in HIDDEN]


def shown_kinds() -> list[tuple[str, Any]]:
    """Kinds of items by the number of their content type."""
    types = ContentType.objects.get_for_models(*moderated_models())
    return [(str(kind.pk), capfirst(model._meta.verbose_name)) for model, kind in types.items()]


class QueueFilters(forms.Form):
    """Agency, language, state, kind, round, age, and words of the title."""

    q = forms.CharField(label=_("Words of the title"), required=False, max_length=200)
    agency = forms.ModelChoiceField(Agency.objects.none(), label=_("Agency"), required=False, empty_label=_("All"))
    language = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    round = forms.ChoiceField(label=_("Round"), required=False, choices=[*ANY, *ROUNDS])
    age = forms.ChoiceField(label=_("Handed in"), required=False, choices=[*ANY, *AGES])

    def __init__(self, data: Any, *, agencies: Any) -> None:
        super().__init__(data)
        fields: dict[str, Any] = self.fields
        fields["agency"].queryset = agencies
        fields["language"].choices = [*ANY, *looks.content_languages()]
        fields["state"].choices = [*ANY, *shown_states()]
        fields["kind"].choices = [*ANY, *shown_kinds()]

    def chosen(self) -> dict[str, Any]:
        """What was asked for and makes sense; a filter that does not is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def rule(self) -> Q:
        """The condition on the table."""
        rule = Q()
        for name, value in self.chosen().items():
            rule &= CONDITIONS[name](value)
        return rule

    def chips(self, tab: str) -> list[dict[str, str]]:
        """What is on, each with the address that switches it off."""
        chosen = self.chosen()
        return [
            {
                "label": self.words_for(name),
                "url": self.address(tab, {key: chosen[key] for key in chosen if key != name}),
            }
            for name in chosen
        ]

    def words_for(self, name: str) -> str:
        value = self.cleaned_data[name]
        words = dict(getattr(self.fields[name], "choices", [])).get(value, value) if name != "agency" else value
        return f"{self.fields[name].label}: {words}"

    def address(self, tab: str, chosen: dict[str, Any]) -> str:
        """The queue with these filters."""
        return "?" + urlencode({"tab": tab, **{name: getattr(value, "pk", value) for name, value in chosen.items()}})


def older_than(days: str) -> Q:
    return Q(submitted_at__lte=timezone.now() - datetime.timedelta(days=int(days)))


def in_round(number: str) -> Q:
    return Q(round__gte=3) if number == "3" else Q(round=int(number))


CONDITIONS: dict[str, Any] = {
    "q": lambda value: Q(title__icontains=value),
    "agency": lambda value: Q(agency=value),
    "language": lambda value: Q(language=value),
    "state": lambda value: Q(state=value),
    "kind": lambda value: Q(content_type_id=int(value)),
    "round": in_round,
    "age": older_than,
}
