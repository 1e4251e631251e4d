"""What was asked for when an item was last given back."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst

from .choices import Event, State
from .models import ItemStatus, Step


def last_return(status: ItemStatus) -> list[Step]:
    """The step of the return with its notes, while the item is with its author; else nothing."""
    if status.state != State.RETURNED:
        return []
    back = status.steps.filter(event__in=[Event.RETURN, Event.AGENCY_RETURN])
    return list(back.select_related("by").prefetch_related("notes").order_by("-pk")[:1])


def field_label(item: Any, name: str) -> str:
    """The name of a field as the editor shows it."""
    try:
        field = item._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return capfirst(str(getattr(field, "verbose_name", "") or field.related_model._meta.verbose_name_plural))
