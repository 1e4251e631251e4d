"""What the admin shows and records of clocks, rules and the calendar."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

ACTIONS = {
    "deadlines.enter_rule": (_("Enter a rule"), _("Entered the rule")),
    "deadlines.end_rule": (_("End a rule"), _("Ended the rule")),
    "deadlines.import_year": (_("Import a year"), _("Imported the days off of a year")),
}


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)
