from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class ModerationConfig(AppConfig):
    """The review path: steps, decisions, secrecy, queue."""

    name = "cms.moderation"
    verbose_name = _("moderation")

    def ready(self) -> None:
        from cms.core.proposals import register

        # Most register themselves.
        from . import checks, clock_names, memory, notices, policies, proposals, receivers, serving, triggers  # noqa: F401

        policies.register()
        register(proposals)
        pre_migrate.connect(triggers.step_aside, sender=self)
        post_migrate.connect(triggers.come_back, sender=self)
