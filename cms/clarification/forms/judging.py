"""Handing in, judging, assigning, ending."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .. import services
from ..choices import Event, Letter, MeasureKind, Outcome, Release
from .deed import Deed, LongText, OneAgency
from .proving import letters

MEASURES = [(kind.value, kind.label) for kind in MeasureKind if kind is not MeasureKind.CORRECTION_REQUEST]


class AssignForm(Deed):
    """Give a part to an agency."""

    event = Event.ASSIGN
    title = _("Give a part to an agency")
    button = _("Save")
    done = _("It is given.")
    lead = _(
        "The lead agency and the department may write in every part; another agency in those given to it or to nobody."
    )

    letter = forms.ChoiceField(label=_("Part"), choices=letters)
    agency = OneAgency(label=_("Agency"), required=False, empty_label=_("all agencies of the dossier"))

    def agencies(self) -> Any:
        return self.part_agencies()

    def do(self) -> None:
        part = self.dossier.parts.get(letter=self.cleaned_data["letter"])
        services.assign(part, agency=self.cleaned_data["agency"], by=self.user)


class ReleaseForm(Deed):
    """To whom a part may be given."""

    event = Event.MARK_RELEASE
    title = _("To whom a part may be given")
    button = _("Save")
    done = _("It is recorded.")
    lead = _("Only what may be given to everybody is copied into a public statement. Nothing is published by this.")

    letter = forms.ChoiceField(label=_("Part"), choices=letters)
    release = forms.ChoiceField(label=_("May be released"), choices=Release)

    def do(self) -> None:
        part = self.dossier.parts.get(letter=self.cleaned_data["letter"])
        services.mark_for_release(part, release=self.cleaned_data["release"], by=self.user)


class SubmitForm(Deed):
    """Hand it in."""

    event = Event.SUBMIT
    title = _("Hand in for appraisal")
    button = _("Hand in")
    done = _("It is handed in. The clocks run on: the statement need not wait for the appraisal.")

    declaration = forms.BooleanField(
        label=_("I have read it through: neither the texts nor the files hold a state secret."), required=False
    )

    def do(self) -> None:
        services.submit(self.dossier, by=self.user, **self.cleaned_data)


class TakeForm(Deed):
    """Take it for appraisal."""

    event = Event.TAKE
    title = _("Take it for appraisal")
    button = _("Take it")
    done = _("You appraise it now.")

    def do(self) -> None:
        services.take(self.dossier, by=self.user)


class ReturnForm(Deed):
    """Parts go back, each with what to change."""

    event = Event.RETURN
    title = _("Return parts")
    button = _("Return these parts")
    done = _("They are returned. The clocks run on.")
    lead = _("Write beside each part what to change; leave the others empty. The deadline stays.")
    tone = "no"

    def prepare(self) -> None:
        for letter in Letter:
            self.fields[letter.value] = LongText(label=f"{letter.sign}) {letter.label}", rows=3, required=False)

    def do(self) -> None:
        services.return_parts(self.dossier, reasons=self.cleaned_data, by=self.user)


class ApproveForm(Deed):
    """The content is agreed on."""

    event = Event.APPROVE
    title = _("Approve")
    button = _("Approve")
    done = _("It is approved.")

    measures = forms.MultipleChoiceField(
        label=_("Measures agreed on"),
        choices=MEASURES,
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "hd-ticks"}),
    )
    reason = LongText(label=_("Note"), rows=2, required=False)

    def do(self) -> None:
        services.approve(self.dossier, by=self.user, **self.cleaned_data)


class EscalateForm(Deed):
    """Ask the People's Committee."""

    event = Event.ESCALATE
    title = _("Ask the provincial People's Committee")
    button = _("Escalate")
    done = _("It is recorded that the People's Committee is asked. The clocks run on.")

    note = LongText(label=_("Note"), help_text=_("What is asked, by which document."))

    def do(self) -> None:
        services.escalate(self.dossier, by=self.user, **self.cleaned_data)


class SettleForm(Deed):
    """The People's Committee has answered."""

    event = Event.SETTLE
    title = _("Answer of the provincial People's Committee")
    button = _("Record the answer")
    done = _("The answer is recorded.")

    answer = LongText(label=_("Answer"), help_text=_("By which document, and what it says."))

    def do(self) -> None:
        services.settle_escalation(self.dossier, by=self.user, **self.cleaned_data)


class MonitorForm(Deed):
    """Watch what the answer does."""

    event = Event.MONITOR
    title = _("Begin monitoring")
    button = _("Begin monitoring")
    done = _("It is monitored.")

    def do(self) -> None:
        services.monitor(self.dossier, by=self.user)


class CloseForm(Deed):
    """The end, with what was learned."""

    event = Event.CLOSE
    title = _("Close the dossier")
    button = _("Close")
    done = _("The dossier is closed.")

    outcome = forms.ChoiceField(label=_("How it ended"), choices=Outcome)
    lessons = LongText(label=_("What was learned"), required=False)

    def do(self) -> None:
        services.close(self.dossier, by=self.user, **self.cleaned_data)


class ReopenForm(Deed):
    """Go on with it."""

    event = Event.REOPEN
    title = _("Reopen")
    button = _("Reopen")
    done = _("It is open again. What was late stays late.")

    reason = LongText(label=_("Reason"))

    def do(self) -> None:
        services.reopen(self.dossier, by=self.user, **self.cleaned_data)
