from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SampleConfig(AppConfig):
    """The sample archive."""

    name = "cms.sample"
    verbose_name = _("sample")
