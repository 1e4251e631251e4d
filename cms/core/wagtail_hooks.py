"""The house style of the admin, and the doors that only the break-glass account may open."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from wagtail import hooks
from wagtail.snippets.action_menu import SaveMenuItem

from . import proposals
from .viewsets import ListViewSet, OneByOne

SHEETS = ("css/tokens.css", "css/staff.css")
OPERATORS_ONLY = {"workflows", "workflow-tasks", "collections", "redirects", "sites", "locales", "groups"}


@hooks.register("insert_global_admin_css")
def house_style() -> str:
    links = ((static(sheet),) for sheet in SHEETS)
    return format_html_join("", '<link rel="stylesheet" href="{}">', links)


@hooks.register("insert_editor_js")
def vietnamese_slugs() -> str:
    return format_html('<script src="{}"></script>', static("js/slug.js"))


@hooks.register("insert_global_admin_js")
def names_of_fields() -> str:
    return format_html('<script src="{}" defer></script>', static("js/names.js"))


@hooks.register("construct_main_menu", order=1000)
def no_reports(request: Any, items: list[Any]) -> None:
    """Wagtail's reports name what other agencies write; the queue answers their questions for those who may ask."""
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in {"reports", "help"}]


@hooks.register("construct_settings_menu", order=1000)
def settings_for_operators(request: Any, items: list[Any]) -> None:
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in OPERATORS_ONLY]


class ProposeMenuItem(SaveMenuItem):
    """The button of those whose change waits for somebody else."""

    template_name = "core/lists/propose_button.html"


@hooks.register("construct_snippet_action_menu")
def propose_instead_of_saving(items: list[Any], request: Any, context: Any) -> None:
    is_list = isinstance(context["model"].snippet_viewset, ListViewSet)
    if is_list and proposals.keeper().must_propose(request.user):
        items[:] = [ProposeMenuItem(order=0) if item.name == "action-save" else item for item in items]


# Later than Wagtail's own, so that ours is the one found.
hooks.register("register_bulk_action", OneByOne, order=10)
