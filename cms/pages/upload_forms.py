"""What is asked when many pictures come at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Locale

from cms.accounts import permissions as seats
from cms.core import clock
from cms.organisation.models import Agency

from .choices import Precision
from .models import ImageRecordPage, SectionIndexPage, Theme

AT_ONCE = 60


class ManyFiles(forms.ClearableFileInput):
    """A field that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; each is looked at later, so that a bad one spoils no other."""

    widget = ManyFiles(
        attrs={"multiple": True, "accept": ",".join(f".{kind}" for kind in settings.WAGTAILIMAGES_EXTENSIONS)}
    )

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = [file for file in (data if isinstance(data, list) else [data]) if file]
        if not files:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(files) > AT_ONCE:
            raise ValidationError(_("At most %(number)d pictures at once.") % {"number": AT_ONCE})
        return files


class UploadForm(forms.Form):
    """Shared by all pictures of one upload."""

    files = FilesField(  # type: ignore[assignment]  # the field's name is the browser's word; Django keeps files elsewhere
        label=_("Pictures"), help_text=_("Choose several at once: hold Ctrl or Shift, or drag them here.")
    )
    section = forms.ModelChoiceField(SectionIndexPage.objects.none(), label=_("Section"), empty_label=None)
    source_agency = forms.ModelChoiceField(Agency.objects.none(), label=_("Source agency"), empty_label=None)
    caption = forms.CharField(
        label=_("Caption for all"),
        max_length=900,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("What, where, when."),
    )
    activity_date = forms.DateField(label=_("Date of the activity"), widget=AdminDateInput())
    activity_precision = forms.ChoiceField(label=_("Precision"), choices=Precision, initial=Precision.DAY)
    place_text = forms.CharField(label=_("Place in words"), max_length=200, required=False)
    author_text = forms.CharField(label=_("Author"), max_length=200, required=False)
    author_unknown = forms.BooleanField(label=_("Author unknown"), required=False)
    credit = forms.CharField(
        label=_("Credit line"), max_length=200, help_text=_("As printed under the picture: name / agency.")
    )
    rights_line = forms.CharField(label=_("Rights"), max_length=300)
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.filter(is_active=True), label=_("Themes"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["source_agency"].queryset = seats.agencies(user, "contribute", "approve")
        fields["section"].queryset = sections()

    def clean_activity_date(self) -> Any:
        day = self.cleaned_data["activity_date"]
        if day > clock.today():
            raise ValidationError(_("This day has not come yet: give the day on which it happened."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if bool(cleaned.get("author_text")) == bool(cleaned.get("author_unknown")):
            self.add_error("author_text", _("Name the author, or tick “author unknown”."))
        return cleaned


def sections(kind: Any = ImageRecordPage) -> Any:
    """Vietnamese sections that take such pages, first the one that holds most of them."""
    if kind not in SectionIndexPage.creatable_subpage_models():
        return SectionIndexPage.objects.none()
    children = kind.objects.filter(path__startswith=OuterRef("path"), depth=OuterRef("depth") + 1).order_by()
    of_kind = children.values("depth").annotate(number=Count("pk")).values("number")
    found = SectionIndexPage.objects.filter(locale=Locale.get_default())
    return found.annotate(of_kind=Coalesce(Subquery(of_kind), 0)).order_by("-of_kind", "path")
