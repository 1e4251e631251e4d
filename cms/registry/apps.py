from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistryConfig(AppConfig):
    """Facts that pages and dossiers refer to: who speaks, which accounts are official, which press there is."""

    name = "cms.registry"
    verbose_name = _("registers")
