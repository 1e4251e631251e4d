from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    """Images and documents, their captions and rights."""

    name = "cms.library"
    verbose_name = _("library")

    def ready(self) -> None:
        from . import policies, receivers  # noqa: F401  (receivers register themselves)

        policies.register()
