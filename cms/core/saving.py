"""A row of a list is saved and removed by one road, whoever leads there: a screen, or the acceptance of a proposal."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError, RestrictedError
from django.utils.translation import gettext as _
from wagtail.actions.registry import action_registry
from wagtail.models import ReferenceIndex


def save(form: Any, *, by: Any) -> Any:
    """Keep what a valid form says as its screen does: by the service behind a new row, or by Wagtail's action."""
    row = form.instance
    is_new = row.pk is None
    if is_new and getattr(form, "saves_by_service", False):
        return form.save()
    action = action_registry.get_action_class(type(row), "create" if is_new else "edit")
    order = {"sort_order_field": None} if is_new else {}
    return action(row, user=by, form=form, **order).execute(skip_permission_checks=True)


def remove(row: Any, *, by: Any) -> None:
    """Take a row out of its list, unless something refers to it."""
    refuse_what_is_used(row)
    try:
        action_registry.get_action_class(type(row), "delete")(row, user=by).execute(skip_permission_checks=True)
    except (ProtectedError, RestrictedError) as error:
        raise in_use(row) from error


def refuse_what_is_used(row: Any) -> None:
    if any(refers(relation, row) for relation in relations_to(row)) or ReferenceIndex.get_references_to(row).exists():
        raise in_use(row)


def relations_to(row: Any) -> list[Any]:
    """Every key of another table that may point here, those behind many-to-many fields included."""
    found = row._meta.get_fields(include_hidden=True)
    return [field for field in found if field.auto_created and not field.concrete and not field.many_to_many]


def refers(relation: Any, row: Any) -> bool:
    return relation.related_model._base_manager.filter(**{relation.field.name: row}).exists()


def in_use(row: Any) -> ValidationError:
    message = _("“%(row)s” is in use: it is ended or switched off, and not deleted.") % {"row": row}
    return ValidationError(message, code="in_use")
