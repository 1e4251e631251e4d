"""What was done to answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .. import services
from ..choices import BRIEFINGS, CorrectionState, Event
from ..models import AttendanceTask, CorrectionRequest, MisinformationItem, ResponseMeasure
from ..transitions import CORRECTIONS
from .deed import Deed, LongText, MomentField, OneAgency, languages, this_minute
from .judging import MEASURES


class MeasureForm(Deed):
    """The agency has spoken."""

    event = Event.MEASURE
    title = _("Record a measure")
    button = _("Record")
    done = _("It is recorded.")
    lead = _("The agency answers under its own name, whatever the appraisal has come to.")

    kind = forms.ChoiceField(label=_("Kind"), choices=MEASURES)
    name = forms.CharField(label=_("What it is"), max_length=300)
    at = MomentField(label=_("When"), initial=this_minute)
    agency = OneAgency(label=_("Agency"))
    spoken_by = forms.CharField(label=_("Who spoke or signed"), max_length=200, required=False)
    number = forms.CharField(label=_("Number"), max_length=100, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=languages, initial="vi")
    link = forms.URLField(label=_("Address"), max_length=1000, required=False, assume_scheme="https")
    upload = forms.FileField(label=_("File"), required=False)
    press = LongText(
        label=_("Which press, on which terms"),
        rows=2,
        required=False,
        help_text=_("For material supplied to the press: to whom, what, on which terms."),
    )
    counts_as_statement = forms.BooleanField(
        label=_("It counts as the statement"),
        required=False,
        help_text=_("With its copy to the department it stops the days."),
    )
    copied_to_dept_at = MomentField(label=_("Copied to the department"), required=False)
    copy_reference = forms.CharField(
        label=_("How it was copied"),
        max_length=200,
        required=False,
        help_text=_("Number of the letter, address, receipt."),
    )

    def prepare(self) -> None:
        self.initial.setdefault("agency", self.dossier.lead_agency_id)

    def agencies(self) -> Any:
        return self.part_agencies()

    def do(self) -> None:
        data = dict(self.cleaned_data)
        services.record_measure(self.dossier, title=data.pop("name"), by=self.user, **data)


class AttendForm(MeasureForm):
    """The briefing was attended: that ends the task."""

    title = _("Record attendance")
    target_model = AttendanceTask

    def prepare(self) -> None:
        facts = {"kind": self.target.kind, "agency": self.target.agency_id, "at": self.target.held_at}
        for name, value in {**facts, "name": self.target.get_kind_display()}.items():
            self.initial.setdefault(name, value)

    def do(self) -> None:
        data = dict(self.cleaned_data)
        services.record_measure(self.dossier, title=data.pop("name"), by=self.user, task=self.target, **data)


class CopiedForm(Deed):
    """The statement went to the department too."""

    event = Event.COPIED
    title = _("Copy to the department")
    button = _("Record the copy")
    done = _("The copy is recorded.")
    lead = _("The days stop at the later of the two: the statement, and its copy to the department.")
    target_model = ResponseMeasure

    at = MomentField(label=_("Sent to the department"), initial=this_minute)
    reference = forms.CharField(
        label=_("How it was copied"),
        max_length=200,
        required=False,
        help_text=_("Number of the letter, address, receipt."),
    )

    def do(self) -> None:
        services.copy_to_department(self.target, by=self.user, **self.cleaned_data)


class AskForm(Deed):
    """The department asks for attendance."""

    event = Event.ASK_ATTENDANCE
    title = _("Ask for attendance at a briefing")
    button = _("Ask")
    done = _("The agency is asked to attend.")

    kind = forms.ChoiceField(label=_("Briefing"), choices=[(kind.value, kind.label) for kind in BRIEFINGS])
    agency = OneAgency(label=_("Agency"))
    held_at = MomentField(label=_("When it is held"))
    note = forms.CharField(label=_("What is asked"), max_length=300, required=False)

    def agencies(self) -> Any:
        return self.part_agencies()

    def do(self) -> None:
        services.ask_attendance(self.dossier, by=self.user, **self.cleaned_data)


class CorrectionForm(Deed):
    """Prepare a letter to an outlet."""

    event = Event.CORRECTION
    title = _("Request a correction from the press")
    button = _("Prepare")
    done = _("The request is prepared.")

    outlet = forms.CharField(label=_("Outlet"), max_length=200)
    article_url = forms.URLField(
        label=_("Address of the article"), max_length=1000, required=False, assume_scheme="https"
    )
    item = forms.ModelChoiceField(
        MisinformationItem.objects.none(), label=_("Which false information"), required=False, empty_label="—"
    )
    grounds = LongText(label=_("Grounds"))

    def prepare(self) -> None:
        field: Any = self.fields["item"]
        field.queryset = MisinformationItem.objects.readable().filter(dossier=self.dossier)

    def do(self) -> None:
        services.prepare_correction(self.dossier, by=self.user, **self.cleaned_data)


class MoveCorrectionForm(Deed):
    """What became of a request for correction."""

    event = Event.CORRECTION
    title = _("What became of the request")
    button = _("Record")
    done = _("It is recorded.")
    target_model = CorrectionRequest

    to = forms.ChoiceField(label=_("It is now"))
    letter_number = forms.CharField(label=_("Number of the letter"), max_length=100, required=False)
    sent_at = MomentField(label=_("Sent"), required=False)
    upload = forms.FileField(label=_("The letter"), required=False)
    answered_at = MomentField(label=_("Answered"), required=False)
    answer = LongText(label=_("Answer"), rows=3, required=False)
    correction_url = forms.URLField(
        label=_("Address of the correction"), max_length=1000, required=False, assume_scheme="https"
    )
    outcome = LongText(label=_("Outcome"), rows=2, required=False)

    KEPT = ("letter_number", "sent_at", "answered_at", "answer", "correction_url", "outcome")

    def prepare(self) -> None:
        field: Any = self.fields["to"]
        field.choices = [(to.value, to.label) for to in CORRECTIONS[CorrectionState(self.target.state)]]
        for name in self.KEPT:
            self.initial.setdefault(name, getattr(self.target, name))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("to") == CorrectionState.SENT and not (data.get("letter_number") and data.get("sent_at")):
            raise ValidationError(_("A request is sent by a numbered letter: give its number, and when it was sent."))
        return data

    def do(self) -> None:
        data = self.cleaned_data
        facts = {name: data[name] for name in self.KEPT}
        services.move_correction(self.target, to=data["to"], upload=data["upload"], by=self.user, **facts)
