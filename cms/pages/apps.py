from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """What the public reads."""

    name = "cms.pages"
    verbose_name = _("pages")
