"""What the admin shows and records of the registers."""

from typing import Any

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from . import urls
from .viewsets import RegistryGroup

ACTIONS = {
    "registry.enter": (_("Enter"), _("Entered in the register")),
    "registry.publish": (_("Make public"), _("Made public")),
    "registry.end": (_("End"), _("Ended the entry")),
}


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    return [path("registers/", include(urls))]


register_snippet(RegistryGroup)
