"""The editor's form: an officer writes for their own agency, and chooses among words that are offered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from wagtail.admin.forms import WagtailAdminPageForm

from cms.accounts import permissions as seats
from cms.organisation.models import Agency

from . import corrections
from .slugs import free_slug, slug_of

TERMS = ("themes", "fields_of_management")
TICKED = (*TERMS, "places", "replaces")


class ItemForm(WagtailAdminPageForm):
    """Drafts save whatever is missing; only what cannot be true is refused."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.give_an_address()
        self.cut_nothing()
        self.offer_own_agencies()
        self.offer_terms()

    data: Any

    def give_an_address(self) -> None:
        """The address of a new page comes from its title, and gives way to a page that has it already."""
        title = self.data.get("title", "") if self.is_bound else ""
        slug = self.data.get("slug")
        is_free_to_choose = not slug or (not self.instance.pk and slug == slug_of(title))
        if title and self.parent_page and is_free_to_choose:
            self.data = self.data.copy()
            self.data["slug"] = free_slug(self.parent_page, title)

    def cut_nothing(self) -> None:
        """A browser would cut what is too long without a word: the form says so instead, and keeps it."""
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)

    def offer_own_agencies(self) -> None:
        """The agencies for which the person writes, and the one that the page has; the first is preset."""
        field = self.fields.get("source_agency")
        if field is None or self.for_user is None or self.for_user.is_superuser:
            return
        own = seats.agencies(self.for_user, "contribute", "approve")
        field.queryset = Agency.objects.filter(Q(pk__in=own.values("pk")) | Q(pk=self.instance.source_agency_id))
        field.widget = forms.Select(choices=field.choices)
        if not self.instance.source_agency_id:
            self.initial["source_agency"] = own.first()

    def offer_terms(self) -> None:
        """Ticks instead of a list with keys held down; words switched off stay where they are in use."""
        for name in TICKED:
            if field := self.fields.get(name):
                if name in TERMS:
                    field.queryset = offered(field.queryset, self.instance, name)
                field.widget = forms.CheckboxSelectMultiple(choices=field.choices)

    def clean(self) -> dict[str, Any]:
        """A draft without an agency would be nobody's, not even its author's."""
        cleaned = super().clean()
        if "source_agency" in self.fields and not cleaned.get("source_agency"):
            cleaned["source_agency"] = self.initial_agency()
            self.instance.source_agency = cleaned["source_agency"]
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()
        for field, message in self.instance.refused_in_editor():
            if field in self.fields and not self.has_error(field):
                self.add_error(field, message)

    def initial_agency(self) -> Agency | None:
        return self.instance.source_agency or seats.agencies(self.for_user, "contribute", "approve").first()


class StatementForm(ItemForm):
    """The editor of a clarification statement: corrections that the public has read stand as they are."""

    formsets: Any

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        formset = self.formsets.get("corrections")
        if formset is not None and formset.is_valid() and corrections.lost(self.instance, lines_in(formset)):
            self.add_error(None, corrections.refusal())
        return cleaned


def lines_in(formset: Any) -> set[corrections.Line]:
    """Day and words of what stays in the form."""
    kept = [form.cleaned_data for form in formset.forms if form not in formset.deleted_forms]
    return {(str(given["day"]), given["text"]) for given in kept if given.get("text")}


def offered(terms: Any, page: Any, name: str) -> Any:
    used = [term.pk for term in getattr(page, name).all()]
    return terms.filter(Q(is_active=True) | Q(pk__in=used))
