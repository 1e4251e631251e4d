"""How a dossier begins: two forms, one for each trigger; and who leads, who takes part."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from .. import services
from ..choices import DismissalGround, Event, Harm, Reporter
from ..models import ClarificationDossierPage as Dossier
from ..services import Claim
from .deed import DayField, Deed, LongText, MomentField, OneAgency, SomeAgencies, languages, this_minute


class ClaimFields(forms.Form):
    """What somebody tells of a false claim."""

    claim = LongText(
        label=_("The claim, word for word"), rows=3, help_text=_("In the language in which it was published.")
    )
    language = forms.ChoiceField(label=_("Language of the claim"), choices=languages, initial="vi")
    claim_vi = LongText(
        label=_("The claim in Vietnamese"),
        rows=3,
        required=False,
        help_text=_("Only if it was made in another language."),
    )
    outlet = forms.CharField(label=_("Outlet or platform"), max_length=200)
    url = forms.URLField(
        label=_("Address"),
        max_length=1000,
        required=False,
        assume_scheme="https",
        help_text=_("Of the article or the post."),
    )
    first_seen_at = MomentField(label=_("First seen"), initial=this_minute)
    harm = forms.TypedChoiceField(label=_("Harm"), choices=Harm, coerce=int, initial=Harm.NOTICEABLE)
    reporter_kind = forms.ChoiceField(label=_("Reported by"), choices=Reporter, initial=Reporter.AGENCY)
    reporter_name = forms.CharField(label=_("Name of the reporter"), max_length=200, required=False)
    reporter_contact = forms.CharField(label=_("How to reach the reporter"), max_length=200, required=False)
    is_reporter_protected = forms.BooleanField(
        label=_("Protect the reporter: only the department reads the name"), required=False, initial=True
    )

    def told(self) -> Claim:
        return Claim(**{name: self.cleaned_data[name] for name in ClaimFields.base_fields})


class DetectForm(ClaimFields):
    """False information was found."""

    title = forms.CharField(label=_("Title of the dossier"), max_length=200)
    copy = forms.FileField(
        label=_("Copy of the page"), required=False, help_text=_("HTML, MHTML, PDF, WACZ or a picture of the screen.")
    )
    field_order = ["title", "claim", "outlet", "url", "first_seen_at"]

    def do(self, user: Any) -> Dossier:
        data = self.cleaned_data
        dossier = services.detect(data["title"], claim=self.told(), by=user)
        if data["copy"]:
            item = dossier.items.get()
            services.keep_copy(item, upload=data["copy"], captured_at=data["first_seen_at"], by=user)
        return dossier


class RequestForm(forms.Form):
    """The department asks for a dossier."""

    title = forms.CharField(label=_("Title of the dossier"), max_length=200)
    # Missing numbers and dates are refused by the service, with the sentence of the regulation.
    request_number = forms.CharField(label=_("Number of the document"), max_length=100, required=False)
    request_date = DayField(label=_("Date of the document"), required=False)
    scan = forms.FileField(label=_("Scan of the document"), required=False)
    lead = OneAgency(label=_("Lead agency"), required=False, help_text=_("May be named later."))
    related = SomeAgencies(label=_("Related agencies"))
    claim = LongText(label=_("The claim, word for word"), rows=3, required=False)
    outlet = forms.CharField(label=_("Outlet or platform"), max_length=200, required=False)
    url = forms.URLField(label=_("Address"), max_length=1000, required=False, assume_scheme="https")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("claim") and not data.get("outlet"):
            self.add_error("outlet", _("Say where the claim was made."))
        return data

    def do(self, user: Any) -> Dossier:
        data = self.cleaned_data
        claim = None
        if data["claim"]:
            claim = Claim(claim=data["claim"], outlet=data["outlet"], url=data["url"], first_seen_at=this_minute())
        dossier = services.request(
            data["title"],
            number=data["request_number"],
            dated_on=data["request_date"],
            by=user,
            claim=claim,
            scan=data["scan"],
        )
        if data["lead"]:
            services.open_dossier(dossier, lead=data["lead"], related=data["related"], by=user)
        return dossier


class OpenForm(Deed):
    """Who leads, and who takes part."""

    event = Event.OPEN
    title = _("Open the dossier")
    button = _("Open the dossier")
    done = _("It is open: the agencies that you named read it from now on.")
    lead = _("From now on these agencies and the department read the dossier, and nobody else.")

    lead_agency = OneAgency(label=_("Lead agency"))
    related = SomeAgencies(label=_("Related agencies"))

    def prepare(self) -> None:
        self.initial.setdefault("lead_agency", self.dossier.reporting_agency_id)

    def do(self) -> None:
        data = self.cleaned_data
        services.open_dossier(self.dossier, lead=data["lead_agency"], related=data["related"], by=self.user)


class RelateForm(Deed):
    """Change who takes part."""

    event = Event.RELATE
    title = _("Related agencies")
    button = _("Save")
    done = _("The list of agencies is changed.")
    lead = _("Whoever is no longer on the list reads the dossier no longer. Parts given to it are free again.")

    related = SomeAgencies(label=_("Related agencies"))

    def prepare(self) -> None:
        self.initial.setdefault("related", [each.pk for each in self.dossier.related_agencies.all()])

    def do(self) -> None:
        services.relate(self.dossier, related=self.cleaned_data["related"], by=self.user)


class DismissForm(Deed):
    """No dossier follows."""

    event = Event.DISMISS
    title = _("Dismiss")
    button = _("Dismiss")
    done = _("It is dismissed; who recorded it reads why.")
    tone: ClassVar[str] = "no"

    ground = forms.ChoiceField(label=_("Ground"), choices=DismissalGround)
    reason = LongText(label=_("Reason"))

    def do(self) -> None:
        data = self.cleaned_data
        services.dismiss(self.dossier, ground=data["ground"], reason=data["reason"], by=self.user)


class NoticeForm(Deed):
    """The department's notice."""

    event = Event.NOTICE
    title = _("Record a notice of the department")
    button = _("Record the notice")
    done = _("The notice is recorded.")
    lead = _(
        "From the receipt of the first notice the days run. A later notice is kept beside it and restarts nothing."
    )

    # What is missing is refused by the service, all of it at once.
    number = forms.CharField(label=_("Number"), max_length=100, required=False)
    dated_on = DayField(label=_("Date of the notice"), required=False)
    sent_at = MomentField(label=_("Sent"))
    received_at = MomentField(label=_("Received"), help_text=_("The clock runs from this instant."))
    recipients = SomeAgencies(label=_("Recipients"))
    text = LongText(label=_("What it asks"), required=False)
    scan = forms.FileField(label=_("Scan of the notice"), required=False)
    proof = LongText(
        label=_("Proof of delivery"),
        rows=2,
        required=False,
        help_text=_("Owed where the department enters it for the recipient: register, receipt, signature."),
    )
    proof_file = forms.FileField(label=_("File that proves the delivery"), required=False)

    def prepare(self) -> None:
        self.initial.setdefault("recipients", list(self.dossier.agencies))

    def agencies(self) -> Any:
        return self.part_agencies()

    def do(self) -> None:
        services.take_notice(self.dossier, by=self.user, **self.cleaned_data)


class FlagForm(Deed):
    """The 24 hours begin."""

    event = Event.FLAG
    title = _("Mark as of major impact")
    button = _("Start the 24 hours")
    done = _("The 24 hours run.")
    lead = _(
        "The press is given first information within 24 hours from the moment you name, through nights and weekends."
    )

    at = MomentField(label=_("Determined at"), initial=this_minute)
    reason = LongText(label=_("Why it is of major impact"))

    def do(self) -> None:
        services.flag_impact(self.dossier, by=self.user, **self.cleaned_data)


class UnflagForm(Deed):
    """The mark goes, for a reason."""

    event = Event.UNFLAG
    title = _("Remove the mark of major impact")
    button = _("Remove the mark")
    done = _("The mark is removed, and its clock is waived for your reason.")
    tone = "no"

    reason = LongText(label=_("Reason"))

    def do(self) -> None:
        services.unflag_impact(self.dossier, by=self.user, **self.cleaned_data)
