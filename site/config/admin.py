"""Wagtail's admin without its own mails: the review tells people itself, in their language and with reasons."""

from wagtail.admin.apps import WagtailAdminAppConfig

MAILS = ("submitted", "rejected", "approved")


class QuietAdminConfig(WagtailAdminAppConfig):
    """The admin, once its mail receivers have been taken off the signals they were put on."""

    default = False

    def ready(self) -> None:
        super().ready()
        from wagtail import signals  # signals need the models, which are loaded by now
        from wagtail.models import WorkflowState

        for what in MAILS:
            signal = getattr(signals, f"workflow_{what}")
            signal.disconnect(sender=WorkflowState, dispatch_uid=f"workflow_state_{what}_email_notification")
