"""The house style of the admin, and the doors that only the break-glass account may open."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from wagtail import hooks

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
