from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Search over every record; reads cms, is read by nobody."""

    name = "search"
    verbose_name = _("search")

    def ready(self) -> None:
        from . import receivers  # noqa: F401  (receivers connect themselves)
