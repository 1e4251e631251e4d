"""What the review asks people to fill in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .choices import WithdrawalGround
from .decisions import CHOICES, Choice, Offer, checklist

AREA = {"class": "hd-area", "rows": 4}


class DecisionForm(forms.Form):
    """A decision on an item: which, why, with which answers, notes and names."""

    reason = forms.CharField(label=gettext_lazy("Reason"), required=False, widget=forms.Textarea(AREA))
    keep_reason = forms.CharField(label=gettext_lazy("Reason"), required=False, widget=forms.Textarea(AREA))
    override = forms.CharField(
        label=gettext_lazy("Reason to approve all the same"), required=False, widget=forms.Textarea(AREA)
    )
    to = forms.ChoiceField(label=gettext_lazy("Moderator"), required=False)
    ground = forms.ChoiceField(
        label=gettext_lazy("What the public reads"),
        choices=WithdrawalGround,
        required=False,
        initial=WithdrawalGround.OTHER,
    )

    def __init__(self, *args: Any, offer: Offer, moderators: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer, self.moderators = offer, {str(person.pk): person for person in moderators}
        fields: dict[str, Any] = self.fields
        fields["to"].choices = [("", "—"), *((key, str(person)) for key, person in self.moderators.items())]

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The checklist with what was ticked so far."""
        return [{"line": line, "is_ticked": f"answer-{line.code}" in self.data} for line in checklist()]

    @property
    def notes(self) -> dict[str, str]:
        """Notes beside the fields, by the key of the row."""
        given = {name[5:]: value for name, value in self.data.items() if name.startswith("note:")}
        return {key: value for key, value in given.items() if value.strip()}

    def choice(self) -> Choice:
        """The decision whose button was pressed. It may be nobody's any more: then the service says so."""
        choice = CHOICES.get(self.data.get("event", ""))
        if choice is None:
            raise ValidationError(_("Choose what you decide."))
        return choice

    def wanted(self, choice: Choice, labels: dict[str, tuple[str, str]]) -> dict[str, Any]:
        """What the service asks for. `labels` gives the field and the name of each row."""
        reason = "keep_reason" if choice.group in ("keep", "screen") else "reason"
        known = {
            "reason": lambda: self.cleaned_data[reason],
            "override": lambda: self.cleaned_data["override"],
            "notes": lambda: notes_by_field(self.notes, labels),
            "to": self.chosen_moderator,
            "ground": lambda: self.cleaned_data["ground"] or WithdrawalGround.OTHER,
            "answers": lambda: {each["line"].code: each["is_ticked"] for each in self.lines},
        }
        return {what: known[what]() for what in choice.asks}

    def chosen_moderator(self) -> Any:
        person = self.moderators.get(self.cleaned_data["to"])
        if person is None:
            raise ValidationError(_("Choose the moderator who is to appraise it."))
        return person


def notes_by_field(notes: dict[str, str], labels: dict[str, tuple[str, str]]) -> dict[str, str]:
    """One note a field; notes on single blocks name their block."""
    found: dict[str, list[str]] = {}
    for key, text in notes.items():
        field, label = labels.get(key, (key, ""))
        found.setdefault(field, []).append(f"{label}: {text.strip()}" if key != field else text.strip())
    return {field: "\n".join(texts) for field, texts in found.items()}


class DeclarationForm(forms.Form):
    """Handing in: the submitter declares that there is no secret in it (HUE-17)."""

    declaration = forms.BooleanField(
        label=gettext_lazy("I have read it through: neither the text nor its files hold a state secret."),
        required=False,
    )


class ReasonForm(forms.Form):
    """A step that owes a reason."""

    reason = forms.CharField(label=gettext_lazy("Reason"), widget=forms.Textarea(AREA))
