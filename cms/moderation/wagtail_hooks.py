"""What Wagtail's admin shows of the review, and what it must not show."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.shortcuts import redirect
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from cms.accounts import permissions as seats

from . import urls
from .choices import Event
from .handing_in import may_hand_in
from .homepage import WaitingPanel
from .models import Moderated
from .permissions import may
from .views.screening import may_read

DEAD_BUTTONS = {
    "action-publish",
    "action-unpublish",
    "action-submit",
    "action-cancel-workflow",
    "action-restart-workflow",
    "localize-convert-to-alias",
}


@hooks.register("register_admin_urls")
def review_urls() -> list[Any]:
    return [path("review/", include(urls))]


class ScreenersMenuItem(MenuItem):
    """For those who screen, and directors who read."""

    def is_shown(self, request: Any) -> bool:
        return may_read(request.user)


@hooks.register("register_admin_menu_item")
def queue_in_menu() -> MenuItem:
    return MenuItem(_("Review"), reverse("review:queue"), name="review", icon_name="list-ul", order=10)


@hooks.register("register_admin_menu_item")
def screening_in_menu() -> MenuItem:
    return ScreenersMenuItem(
        _("Secrecy screening"), reverse("review:screening"), name="screening", icon_name="lock", order=20
    )


@hooks.register("construct_homepage_panels")
def only_what_waits(request: Any, panels: list[Any]) -> None:
    panels[:] = [WaitingPanel()]


@hooks.register("construct_homepage_summary_items")
def no_numbers(request: Any, items: list[Any]) -> None:
    items.clear()


class HandInMenuItem(ActionMenuItem):
    """Save the draft, then open the screen on which it is handed in."""

    name = "hd-submit"
    label = _("Hand in…")
    icon_name = "upload"
    order = 5

    def is_shown(self, context: Any) -> bool:
        if context["view"] == "create":
            return bool(seats.agencies(context["request"].user, "contribute", "approve"))
        page = context.get("page")
        return bool(page) and isinstance(page, Moderated) and may_hand_in(page.status, context["request"].user)


class ReviewMenuItem(ActionMenuItem):
    """To the review screen: to judge, to call back, to withdraw, or to read how it goes."""

    name = "hd-review"
    label = _("Review and history of the review")
    icon_name = "list-ul"
    order = 8

    def is_shown(self, context: Any) -> bool:
        page = context.get("page")
        return bool(page and page.pk and isinstance(page, Moderated) and page.status.round)

    def get_url(self, context: Any) -> str:
        return address(context["page"])


def address(page: Any, name: str = "item") -> str:
    kind = ContentType.objects.get_for_model(page)
    return reverse(f"review:{name}", args=[kind.pk, page.pk])


@hooks.register("register_page_action_menu_item")
def hand_in_button() -> ActionMenuItem:
    return HandInMenuItem()


@hooks.register("register_page_action_menu_item")
def review_button() -> ActionMenuItem:
    return ReviewMenuItem()


@hooks.register("register_page_header_buttons")
def review_in_header(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Any:
    """From the explorer and the translation editor to the review, for all who may read it."""
    item = page.specific
    if isinstance(item, Moderated) and item.status.round:
        yield Button(_("The review and its record"), address(item), icon_name="list-ul", priority=5)


@hooks.register("construct_page_action_menu")
def only_buttons_that_work(items: list[Any], request: Any, context: Any) -> None:
    items[:] = [item for item in items if item.name not in DEAD_BUTTONS]


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def on_to_handing_in(request: Any, page: Any) -> Any:
    """The draft is saved; what is missing is said on the next screen."""
    if "hd-submit" in request.POST and may(Event.SUBMIT, page.status, request.user):
        return redirect(address(page, "submit"))
    return None
