"""What the admin shows and records of the organisation."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .viewsets import OrganisationGroup

ACTIONS = {
    "organisation.assign": (_("Assign"), _("Assigned the function")),
    "organisation.end": (_("End"), _("Ended the assignment")),
    "organisation.succeed": (_("Succeed"), _("Recorded the succession")),
}


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


register_snippet(OrganisationGroup)
