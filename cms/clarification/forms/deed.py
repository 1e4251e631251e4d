"""What all forms of a dossier share: a form is one thing that somebody does, with the words of its screen."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core import clock
from cms.moderation.looks import LANGUAGES
from cms.organisation.models import Agency

from ..choices import Event
from ..models import ClarificationDossierPage as Dossier

MOMENT = "%Y-%m-%dT%H:%M"


class MomentField(forms.DateTimeField):
    """A day and a minute in Viet Nam, picked in the browser's own way."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateTimeInput({"type": "datetime-local"}, format=MOMENT)
        super().__init__(**{"widget": widget, "input_formats": [MOMENT, "%Y-%m-%d %H:%M", "%H:%M %d.%m.%Y"], **options})


class DayField(forms.DateField):
    """A day, picked in the browser's own way."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"widget": forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **options})


class LongText(forms.CharField):
    """Several lines."""

    def __init__(self, *, rows: int = 4, **options: Any) -> None:
        super().__init__(**{"widget": forms.Textarea({"rows": rows, "class": "hd-area"}), **options})


class OneAgency(forms.ModelChoiceField):
    """An agency that exists today."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"queryset": Agency.objects.none(), **options})


class SomeAgencies(forms.ModelMultipleChoiceField):
    """Agencies that exist today, each with a box to tick."""

    def __init__(self, **options: Any) -> None:
        widget = forms.CheckboxSelectMultiple({"class": "hd-ticks"})
        super().__init__(**{"queryset": Agency.objects.none(), "widget": widget, "required": False, **options})


def this_minute() -> datetime.datetime:
    return timezone.localtime(timezone.now(), clock.VIET_NAM).replace(second=0, microsecond=0)


def languages() -> list[tuple[str, Any]]:
    """The archive's languages first, then others in which a claim may be made."""
    own = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    more = [code for code in LANGUAGES if code not in own]
    return [*((code, LANGUAGES.get(code, code)) for code in [*own, *more]), ("other", _("another language"))]


class Deed(forms.Form):
    """One thing that somebody may do with a dossier."""

    event: ClassVar[Event]
    title: ClassVar[Any]
    button: ClassVar[Any]
    done: ClassVar[Any]
    lead: ClassVar[Any] = ""
    tone: ClassVar[str] = ""
    target_model: ClassVar[Any] = None
    path: ClassVar[str] = "dossier"  # how a target finds its dossier

    def __init__(self, *args: Any, dossier: Dossier, user: Any, target: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dossier, self.user, self.target = dossier, user, target
        self.prepare()
        for field in self.fields.values():
            if isinstance(field, OneAgency | SomeAgencies):
                field.queryset = self.agencies()

    def prepare(self) -> None:
        """Fill in what depends on the dossier."""

    def agencies(self) -> Any:
        return Agency.objects.on(clock.today()).order_by("name")

    def part_agencies(self) -> Any:
        """The agencies of this dossier."""
        return Agency.objects.filter(pk__in=self.dossier.agencies).order_by("name")

    def do(self) -> None:
        """Carry it out, by one service."""
        raise NotImplementedError

    def remarks(self) -> list[str]:
        """What the person should know after it is done."""
        return []

    def take(self, refusal: Exception) -> None:
        """Say each sentence of a refusal beside its field, if the form has that field."""
        if isinstance(refusal, PermissionDenied):
            self.add_error(None, str(refusal))
            return
        errors = refusal.message_dict if hasattr(refusal, "error_dict") else {NON_FIELD_ERRORS: refusal.messages}  # type: ignore[attr-defined]
        for name, sentences in errors.items():
            self.add_error(name if name in self.fields else None, [ValidationError(each) for each in sentences])
