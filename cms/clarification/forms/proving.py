"""Bringing evidence together."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .. import services
from ..choices import Event, EvidenceKind, Letter, Release
from ..models import EvidenceItem, MisinformationItem
from ..similar import same_pictures
from .deed import DayField, Deed, LongText, MomentField, languages, this_minute
from .opening import ClaimFields


def letters() -> list[tuple[str, str]]:
    """The five parts by their names, in the reader's language."""
    return [(letter.value, f"{letter.sign}) {letter.label}") for letter in Letter]


class ItemForm(ClaimFields, Deed):
    """Another false claim."""

    event = Event.ITEM
    title = _("Add false information")
    button = _("Add")
    done = _("It is added.")

    def do(self) -> None:
        services.add_item(self.dossier, claim=self.told(), by=self.user)


class SpreadForm(Deed):
    """How a claim went on."""

    event = Event.SPREAD
    title = _("How it spreads")
    button = _("Add")
    done = _("It is added; earlier updates stay.")
    target_model = MisinformationItem

    text = LongText(label=_("What has happened to it"))
    url = forms.URLField(label=_("Address"), max_length=1000, required=False, assume_scheme="https")
    seen_at = MomentField(label=_("Seen"), initial=this_minute)

    def do(self) -> None:
        services.add_spread(self.target, by=self.user, **self.cleaned_data)


class CopyForm(Deed):
    """Keep what a page looked like."""

    event = Event.COPY_KEPT
    title = _("Keep a copy of the page")
    button = _("Keep the copy")
    done = _("The copy is kept, with its hash.")
    lead = _("Save the page in your browser, or take a picture of the screen, then attach it here.")
    target_model = MisinformationItem

    upload = forms.FileField(label=_("File"), help_text=_("HTML, MHTML, PDF, WACZ or a picture of the screen."))
    captured_at = MomentField(label=_("Taken at"), initial=this_minute)
    note = LongText(label=_("How it was taken"), rows=2, required=False, help_text=_("Device, program, account."))

    def do(self) -> None:
        self.kept = services.keep_copy(self.target, by=self.user, **self.cleaned_data).file

    def remarks(self) -> list[str]:
        codes = same_pictures(self.kept, user=self.user)
        return [_("The same picture is in %(codes)s.") % {"codes": ", ".join(codes)}] if codes else []


class FetchForm(Deed):
    """Let the archive take the copy."""

    event = Event.COPY_KEPT
    title = _("Fetch a copy of the page")
    button = _("Fetch it now")
    done = _("The copy is kept, with its hash and the log of how it came.")
    lead = _("The page is called once, from this machine. Its owner can see that it was called.")
    target_model = MisinformationItem

    def do(self) -> None:
        services.fetch_copy(self.target, by=self.user)


class SituationForm(Deed):
    """What has happened since."""

    event = Event.SITUATION
    title = _("Update on the situation")
    button = _("Add")
    done = _("It is added; earlier updates stay.")

    happened_at = MomentField(label=_("When it happened"), initial=this_minute)
    text = LongText(label=_("What has happened"))

    def do(self) -> None:
        services.add_situation(self.dossier, by=self.user, **self.cleaned_data)


class EvidenceForm(Deed):
    """A piece of evidence, or the word that there is none."""

    event = Event.EVIDENCE
    title = _("Add evidence")
    button = _("Add")
    done = _("The evidence is added.")

    letter = forms.ChoiceField(label=_("Part"), choices=letters)
    # A missing kind is refused by the service.
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", "—"), *EvidenceKind.choices], required=False)
    name = forms.CharField(label=_("What it is"), max_length=300, required=False)
    upload = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("PDF, Word, Excel, picture, sound, film or web page, up to 200 MB."),
    )
    citation = LongText(
        label=_("Citation or argument"),
        rows=3,
        required=False,
        help_text=_("Number, date, issuer, article; or the argument."),
    )
    source = forms.CharField(label=_("Source"), max_length=300, required=False)
    dated_on = DayField(label=_("Date"), required=False)
    language = forms.ChoiceField(label=_("Language"), choices=languages, initial="vi")
    may_be_released = forms.ChoiceField(label=_("May be released"), choices=Release, initial=Release.NO)
    none_exists = forms.BooleanField(label=_("None exists for this part"), required=False)
    reason = LongText(label=_("Why none exists"), rows=2, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("none_exists") and not data.get("name"):
            self.add_error("name", _("Say what it is."))
        return data

    def do(self) -> None:
        data = dict(self.cleaned_data)
        part = self.dossier.parts.get(letter=data.pop("letter"))
        if data.pop("none_exists"):
            services.say_none_exists(part, kind=data["kind"], reason=data["reason"], by=self.user)
            return
        data.pop("reason")
        services.add_evidence(part, title=data.pop("name"), by=self.user, **data)


class SetAsideForm(Deed):
    """Evidence that no longer counts."""

    event = Event.SET_ASIDE
    title = _("Set evidence aside")
    button = _("Set aside")
    done = _("It is set aside; it stays in the dossier, with your reason.")
    tone = "no"
    target_model = EvidenceItem
    path = "part__dossier"

    reason = LongText(label=_("Reason"))

    def do(self) -> None:
        services.set_aside(self.target, by=self.user, **self.cleaned_data)
