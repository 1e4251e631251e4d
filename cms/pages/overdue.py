"""Public records whose day of review has come: on their agency's home screen until somebody looks at them."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.urls import reverse
from wagtail.admin.ui.components import Component

from cms.accounts import permissions as seats
from cms.core import clock

from .models import ModeratedPage

A_LIST = 8


def overdue(user: Any) -> list[Any]:
    """Of the person's own agencies, the longest overdue first."""
    own = seats.agencies(user, "contribute", "approve")
    models = [model for model in apps.get_models() if issubclass(model, ModeratedPage)]
    found = [page for model in models for page in of_kind(model, own)]
    return sorted(found, key=lambda page: page.review_by)


def of_kind(model: Any, own: Any) -> Any:
    return (
        model.objects.public()
        .filter(review_by__lte=clock.today(), source_agency__in=own)
        .order_by("review_by")[:A_LIST]
    )


class StartPanel(Component):
    """What an officer may begin, and what is overdue for review."""

    name = "start"
    template_name = "pages/admin/start.html"
    order = 5

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        writes = seats.agencies(user, "contribute", "approve").exists()
        pages = [(page, reverse("wagtailadmin_pages:edit", args=[page.pk])) for page in overdue(user)] if writes else []
        return {"writes": writes, "overdue": pages}
