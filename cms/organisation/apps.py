from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    """Administrative units, agencies, functions, successions: all dated."""

    name = "cms.organisation"
    verbose_name = _("organisation")
