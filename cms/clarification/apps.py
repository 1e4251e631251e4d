from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClarificationConfig(AppConfig):
    """Dossiers: false reports about the province, their evidence, and what answers them."""

    name = "cms.clarification"
    verbose_name = _("clarification")

    def ready(self) -> None:
        from . import clock_subjects

        clock_subjects.register()
