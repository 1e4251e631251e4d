"""The search box in the admin, its palette, and the page of what readers looked for in vain."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from cms.accounts import permissions as may

from .demand.views import DemandView
from .desk import DeskView
from .palette import palette
from .viewsets import SearchListsGroup
from .watching import WatchView, may_watch

ACTIONS = {
    "search.note": (gettext_lazy("Note what to write"), gettext_lazy("Noted what to write about")),
    "search.note_taken": (gettext_lazy("Take a note"), gettext_lazy("Took a note to write about")),
    "search.note_given_back": (gettext_lazy("Give a note back"), gettext_lazy("Gave back a note to write about")),
    "search.note_done": (gettext_lazy("Finish a note"), gettext_lazy("Wrote what a note asked for")),
}


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern]:
    return [
        path("search/", DeskView.as_view(), name="search_desk"),
        path("search/state/", WatchView.as_view(), name="search_state"),
        path("search/palette/", palette, name="search_palette"),
        path("search/demand/", DemandView.as_view(), name="search_demand"),
    ]


@hooks.register("register_admin_menu_item")
def desk_menu_item() -> MenuItem:
    name = gettext_lazy("Find in the archive")
    return MenuItem(name, reverse("search_desk"), name="find", icon_name="search", order=160)


class WatchMenuItem(MenuItem):
    """Only for those who may watch over search."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_watch(request.user)


@hooks.register("register_reports_menu_item")
def watch_menu_item() -> MenuItem:
    return WatchMenuItem(
        gettext_lazy("State of search"), reverse("search_state"), name="search-state", icon_name="search", order=900
    )


class StaffMenuItem(MenuItem):
    """For whoever has a seat."""

    def is_shown(self, request: Any) -> bool:
        return may.is_staff(request.user)


@hooks.register("register_admin_menu_item")
def demand_menu_item() -> MenuItem:
    name = gettext_lazy("Looked for in vain")
    return StaffMenuItem(name, reverse("search_demand"), name="demand", icon_name="help", order=165)


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("insert_global_admin_css")
def look_of_the_palette() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/palette.css"))


@hooks.register("insert_global_admin_js")
def key_of_the_palette() -> str:
    """A script of our own with its words beside it, so that it needs none of them in code."""
    words = {
        "label": _("Find in the archive"),
        "close": _("Close"),
        "none": _("Nothing was found. Try fewer words, or type without accents."),
        "all": _("Everything that was found"),
        "failed": _("The search does not answer now. Try again in a moment."),
    }
    told = format_html_join(" ", 'data-{}="{}"', [("url", reverse("search_palette")), *words.items()])
    return format_html('<script src="{}" {} defer></script>', static("js/palette.js"), told)


register_snippet(SearchListsGroup)
