"""What the admin shows and records of clocks, rules and the calendar."""

from typing import Any

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from . import urls
from .viewsets import DeadlinesGroup

ACTIONS = {
    "deadlines.enter_rule": (_("Enter a rule"), _("Entered the rule")),
    "deadlines.end_rule": (_("End a rule"), _("Ended the rule")),
    "deadlines.import_year": (_("Import a year"), _("Imported the days off of a year")),
}


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("register_admin_urls")
def calendar_urls() -> list[Any]:
    return [path("calendar/", include(urls))]


@hooks.register("register_admin_menu_item")
def calendar_in_menu() -> MenuItem:
    return MenuItem(_("My calendar"), reverse("deadlines:mine"), name="calendar", icon_name="calendar-alt", order=12)


register_snippet(DeadlinesGroup)
