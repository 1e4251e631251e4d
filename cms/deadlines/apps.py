from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeadlinesConfig(AppConfig):
    """Legal clocks, the working calendar, reminders."""

    name = "cms.deadlines"
    verbose_name = _("deadlines")
