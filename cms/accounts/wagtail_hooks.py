"""What the admin shows and records of accounts."""

from typing import Any

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .views import DeedView
from .viewsets import PeopleAndSeatsGroup
from .viewsets.people import NEVER_IN_BULK

ACTIONS = {
    "accounts.lock": (_("Lock"), _("Locked the account")),
    "accounts.unlock": (_("Unlock"), _("Unlocked the account")),
    "accounts.close": (_("Close"), _("Closed for ever")),
    "accounts.issue_password": (_("One-time password"), _("Gave a one-time password")),
    "accounts.suspend": (_("Suspend"), _("Suspended the seat")),
    "accounts.resume": (_("Resume"), _("Resumed the seat")),
    "accounts.leave": (_("Leave"), _("Left the seat")),
    "accounts.end_delegation": (_("Take back"), _("Took the delegation back")),
}


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("register_admin_urls")
def deeds() -> list[Any]:
    return [path("people/<slug:deed>/<int:pk>/", DeedView.as_view(), name="accounts_deed")]


@hooks.register("insert_global_admin_js")
def words_stay() -> str:
    """When a session has ended, nothing that was written is sent off into nowhere."""
    return format_html(
        '<script src="{}" data-here="{}" data-door="{}" data-ended="{}" data-again="{}" data-offline="{}"></script>',
        static("js/stay.js"),
        reverse("account_here"),
        reverse("account_login"),
        _("Your session has ended. Nothing was sent, and your words stand here. Sign in beside, then save again."),
        _("Sign in in a new window"),
        _("The archive does not answer. Nothing was sent, and your words stand here. Try again in a while."),
    )


@hooks.register("insert_editor_js")
def words_go_once() -> str:
    """What somebody saves by hand does not overtake what the editor saves by itself."""
    return format_html('<script src="{}"></script>', static("js/once.js"))


register_snippet(PeopleAndSeatsGroup)

for action in NEVER_IN_BULK:
    # Later than Wagtail's own, so that ours are the ones found.
    hooks.register("register_bulk_action", action, order=10)
