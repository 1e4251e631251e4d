"""A row of a list in words: as it was, as it would be, and field by field what differs."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.dateparse import parse_date
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from . import words_changed
from .readings import label, scalar


@dataclass(frozen=True)
class Change:
    """One field, before and after, as a person reads it."""

    label: str
    old: str
    new: str

    @property
    def marked(self) -> tuple[SafeString, SafeString]:
        """Both with the words that differ marked."""
        if self.old and self.new:
            return words_changed.side_by_side(self.old, self.new)
        return words_changed.whole("del", self.old), words_changed.whole("ins", self.new)


def columns(row: models.Model) -> dict[str, str]:
    """Every column of a row in plain text; two copies of one row are alike as long as nobody changed it."""
    fields = [field for field in row._meta.concrete_fields if field.name not in read_by_language(row)]
    return {field.name: field.value_to_string(row) for field in fields}


def read_by_language(row: models.Model) -> set[str]:
    """Columns that read otherwise in every language; the words themselves stand in the columns beside them."""
    fields = row._meta.concrete_fields
    return {field.translated_field.name for field in fields if hasattr(field, "translated_field")}


def differences(form: Any, before: models.Model | None) -> list[dict[str, str]]:
    """What a form would change, for keeping: the names of fields, not their labels, which are in one language."""
    row = form.instance
    found = [(name, text(before, name) if before else "", text(row, name)) for name in form.fields]
    return [{"field": name, "old": old, "new": new} for name, old, new in found if old != new]


def text(row: models.Model, name: str) -> str:
    """What a column says, without any language: codes stay codes, other rows go by their name of today."""
    field = row._meta.get_field(name)
    if field.is_relation:
        related = getattr(row, name)
        return str(related) if related else ""
    value = getattr(row, name)
    return "" if value is None else str(value)


def readable(model: type[models.Model], kept: list[dict[str, str]]) -> list[Change]:
    """The kept differences in the words of whoever reads them."""
    found = [(field_of(model, each["field"]), each) for each in kept]
    return [
        Change(label(field) if field else capfirst(each["field"]), said(field, each["old"]), said(field, each["new"]))
        for field, each in found
    ]


def field_of(model: type[models.Model], name: str) -> Any:
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:  # the list was built otherwise when this was proposed
        return None


def said(field: Any, kept: str) -> str:
    """A kept value in words."""
    if field is None or not kept:
        return kept
    if field.choices:
        return str(dict(field.flatchoices).get(kept, kept))
    if isinstance(field, models.BooleanField):
        return _("yes") if kept == "True" else _("no")
    if isinstance(field, models.DateField):
        return scalar(parse_date(kept) or kept)
    return kept


def sent(form: Any) -> dict[str, list[str]]:
    """The form as it was sent; days in the one notation that is read alike in every language."""
    names = {form.add_prefix(name) for name in form.fields}
    kept = {name: list(values) for name, values in form.data.lists() if name in names}
    days = {name: value for name, value in form.cleaned_data.items() if isinstance(value, datetime.date)}
    return {**kept, **{form.add_prefix(name): [day.isoformat()] for name, day in days.items()}}
