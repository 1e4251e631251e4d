"""What the admin shows and records of accounts."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

ACTIONS = {
    "accounts.lock": (_("Lock"), _("Locked the account")),
    "accounts.unlock": (_("Unlock"), _("Unlocked the account")),
    "accounts.close": (_("Close"), _("Closed for ever")),
    "accounts.suspend": (_("Suspend"), _("Suspended the seat")),
    "accounts.resume": (_("Resume"), _("Resumed the seat")),
    "accounts.leave": (_("Leave"), _("Left the seat")),
    "accounts.end_delegation": (_("Take back"), _("Took the delegation back")),
}


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)
