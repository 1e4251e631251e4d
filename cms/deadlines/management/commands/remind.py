from typing import Any

from django.core.management.base import BaseCommand

from cms.deadlines import reminding


class Command(BaseCommand):
    """Remind people of their deadlines; to be run every few minutes, by night too. Run twice, it tells once."""

    help = "Sends the reminders of deadlines that are due. Repeatable, and may be killed at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        done = reminding.remind()
        self.stdout.write(
            f"{done.reminders} reminders to {done.notices} people, {done.letters} letters sent, {done.failed} failed."
        )
