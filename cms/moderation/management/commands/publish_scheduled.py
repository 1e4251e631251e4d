"""What falls due by the clock: run it every minute. Ends first, then publishes; a claim held too long goes back."""

from typing import Any

from wagtail.management.commands import publish_scheduled

from cms.moderation import services


class Command(publish_scheduled.Command):
    """Wagtail's own command, once what was decided to end has ended."""

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["dryrun"]:
            services.expire()
            services.release_stale_claims()
        super().handle(*args, **options)
