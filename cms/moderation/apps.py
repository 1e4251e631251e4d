from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ModerationConfig(AppConfig):
    """The review path: steps, decisions, secrecy, queue."""

    name = "cms.moderation"
    verbose_name = _("moderation")
