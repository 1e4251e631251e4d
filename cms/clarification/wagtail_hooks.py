"""What Wagtail's admin shows of dossiers: a way in, for those whose business they are, and nothing in its own lists."""

from __future__ import annotations

from typing import Any

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import urls
from .models import Unroutable
from .views.base import has_business


@hooks.register("register_admin_urls")
def dossier_urls() -> list[Any]:
    return [path("dossiers/", include(urls))]


class DossiersMenuItem(MenuItem):
    """For those who have business with dossiers."""

    def is_shown(self, request: Any) -> bool:
        return has_business(request.user)


@hooks.register("register_admin_menu_item")
def dossiers_in_menu() -> MenuItem:
    return DossiersMenuItem(
        _("Dossiers"), reverse("dossiers:board"), name="dossiers", icon_name="folder-open-inverse", order=15
    )


@hooks.register("construct_explorer_page_queryset")
def not_in_the_explorer(parent_page: Any, pages: Any, request: Any) -> Any:
    return pages.not_type(Unroutable)


@hooks.register("construct_page_chooser_queryset")
def not_in_choosers(pages: Any, request: Any) -> Any:
    return pages.not_type(Unroutable)
