"""How an entry of a register is told to whoever decides on it."""

from typing import Any

from django import template
from django.utils.text import capfirst

register = template.Library()

TOLD = (
    "agency", "name", "position_vi", "position_en", "phone", "email", "platform", "url", "language",
    "decision_number", "decided_at", "valid_from", "valid_to", "legal_basis",
)  # fmt: skip


@register.filter
def meta_name(entry: Any) -> str:
    return str(capfirst(entry._meta.verbose_name))


@register.filter
def told(entry: Any) -> list[tuple[str, Any]]:
    """Names of fields and what stands in them, in a fixed order; what is empty is left out."""
    fields = {field.name: field for field in entry._meta.concrete_fields}
    asked = [(fields[name], said(entry, name)) for name in TOLD if name in fields]
    return [(str(capfirst(field.verbose_name)), value) for field, value in asked if value]


def said(entry: Any, name: str) -> Any:
    display = getattr(entry, f"get_{name}_display", None)
    return display() if display else getattr(entry, name)
