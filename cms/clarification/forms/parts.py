"""The text of one part, with the version on which it was written."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import HEADINGS, DossierPart
from .deed import LongText


class PartForm(forms.Form):
    """One field for the text; four in part d."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    is_finished = forms.BooleanField(label=_("This part is finished"), required=False)

    def __init__(self, data: Any = None, *, part: DossierPart) -> None:
        known = {"version": part.version, "is_finished": part.is_finished, **part.all_texts}
        super().__init__(data, initial=known)
        for name in part.fields:
            label = HEADINGS.get(name, _("Text"))
            self.fields[name] = LongText(label=label, required=False, rows=12 if name == "body" else 5)
        self.order_fields(["version", *part.fields, "is_finished"])
