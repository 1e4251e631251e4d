from typing import Any

from django.core.management.base import BaseCommand

from search.saved import services


class Command(BaseCommand):
    """Write to those who follow a search; to be run once a day. Run twice, it writes once."""

    help = "Sends the letters on saved searches that are due, and deletes addresses that nobody confirmed."

    def handle(self, *args: Any, **options: Any) -> None:
        done = services.send_all()
        self.stdout.write(
            f"{done.letters} letters sent, {done.nothing_new} had nothing new, {done.failed} failed, "
            f"{done.forgotten} unconfirmed addresses deleted."
        )
