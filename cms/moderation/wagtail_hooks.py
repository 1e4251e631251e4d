"""What Wagtail's admin shows of the review, and what it must not show."""

from __future__ import annotations

from typing import Any

from django.shortcuts import redirect
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail_localize import wagtail_hooks as localize

from cms.accounts import permissions as seats
from cms.deadlines.homepage import DeadlinesPanel

from . import listing, urls
from .choices import Event
from .handing_in import may_hand_in
from .homepage import WaitingPanel
from .keeping import ICONS, Way, address, ways
from .models import Moderated
from .permissions import may
from .services.clocks import REVIEW
from .views.proposals import may_open, number_waiting
from .views.screening import may_read
from .views.translation_files import take_in

DEEDS_ON_LISTS = {
    "moderation.propose_change": (_("Propose"), _("Proposed a change")),
    "moderation.accept_change": (_("Accept"), _("Accepted the proposed change")),
    "moderation.refuse_change": (_("Refuse"), _("Refused the proposed change")),
    "moderation.withdraw_change": (_("Withdraw"), _("Withdrew the proposed change")),
}
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


@hooks.register("register_admin_urls", order=-1)
def before_the_package_sees_it() -> list[Any]:
    return [path("localize/translate/<int:translation_id>/pofile/upload/", take_in)]


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


class ProposalsMenuItem(MenuItem):
    """Changes to lists that wait, with their number for whoever decides on them."""

    def is_shown(self, request: Any) -> bool:
        return may_open(request.user)

    def render_component(self, request: Any) -> Any:
        component = super().render_component(request)
        if number := number_waiting(request.user):
            component.label = f"{self.label} ({number})"
        return component


@hooks.register("register_admin_menu_item")
def proposals_in_menu() -> MenuItem:
    return ProposalsMenuItem(
        _("Changes of lists"), reverse("review:proposals"), name="proposals", icon_name="form", order=15
    )


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    for action, (label, message) in DEEDS_ON_LISTS.items():
        actions.register_action(action, label, message)


@hooks.register("construct_homepage_panels")
def only_what_waits(request: Any, panels: list[Any]) -> None:
    """Clocks first; those of the review stand beside their items."""
    clocks = DeadlinesPanel(request.user, without=(REVIEW,))
    panels[:] = [clocks, WaitingPanel(stands_alone=not clocks.has_any)]


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


class WayMenuItem(ActionMenuItem):
    """To the form on the review screen in which a step is confirmed, for those who may take it."""

    def __init__(self, event: Event, order: int) -> None:
        super().__init__(order)
        self.event, self.name, self.icon_name = event, f"hd-{event}", ICONS[event]

    def way(self, context: Any) -> Way | None:
        page = context.get("page")
        if not (page and page.pk and isinstance(page, Moderated)):
            return None
        if "hd_ways" not in context:
            context["hd_ways"] = {way.event: way for way in ways(page, context["request"].user, page.status)}
        return context["hd_ways"].get(self.event)

    def is_shown(self, context: Any) -> bool:
        return self.way(context) is not None

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        way = self.way(parent_context)
        return {**super().get_context_data(parent_context), "label": way and way.label, "url": way and way.url}


@hooks.register("register_page_action_menu_item")
def hand_in_button() -> ActionMenuItem:
    return HandInMenuItem()


@hooks.register("register_page_action_menu_item")
def review_button() -> ActionMenuItem:
    return ReviewMenuItem()


for order, event in enumerate(ICONS, 11):
    hooks.register("register_page_action_menu_item", lambda event=event, order=order: WayMenuItem(event, order))


@hooks.register("register_page_header_buttons")
def review_in_header(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Any:
    """From the explorer and the translation editor to the review, for all who may read it."""
    item = page.specific
    if not isinstance(item, Moderated):
        return
    status = getattr(item, "listed_status", None) or item.status
    if status.round:
        yield Button(_("The review and its record"), address(item), icon_name="list-ul", priority=5)
        for way in ways(item, user, status):
            yield Button(way.label, way.url, icon_name=way.icon, priority=70)


@hooks.register("register_page_header_buttons")
def translate_in_header(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Any:
    return listing.for_translators(page, user, next_url)


# The package's own ask four questions a page; ours say the same from what the list has fetched.
for menu in ("register_page_listing_more_buttons", "register_page_header_buttons"):
    hooks._hooks[menu].remove((localize.page_listing_more_buttons, 0))
hooks.register("register_page_listing_more_buttons", listing.buttons)


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
