from typing import Any

from django.core.management.base import BaseCommand

from search.demand import services


class Command(BaseCommand):
    """Delete what too few readers looked for; to be run once a day."""

    help = "Deletes counts of searches without result that too few readers made, after 90 days."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{services.forget()} counts deleted.")
