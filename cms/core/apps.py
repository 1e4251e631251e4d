from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """What every app stands on: dates, text, panels."""

    name = "cms.core"
    verbose_name = _("core")
