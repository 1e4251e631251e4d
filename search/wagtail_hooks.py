"""The search box in the admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .desk import DeskView
from .watching import WatchView, may_watch


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern]:
    return [
        path("search/", DeskView.as_view(), name="search_desk"),
        path("search/state/", WatchView.as_view(), name="search_state"),
    ]


@hooks.register("register_admin_menu_item")
def desk_menu_item() -> MenuItem:
    return MenuItem(_("Find in the archive"), reverse("search_desk"), name="find", icon_name="search", order=160)


class WatchMenuItem(MenuItem):
    """Only for those who may watch over search."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_watch(request.user)


@hooks.register("register_reports_menu_item")
def watch_menu_item() -> MenuItem:
    return WatchMenuItem(
        _("State of search"), reverse("search_state"), name="search-state", icon_name="search", order=900
    )
