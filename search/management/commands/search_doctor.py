from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import doctor


class Command(BaseCommand):
    """Compare records, entries and indexes."""

    help = "Says whether search entries agree with the records, and the indexes with the entries."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--mend", action="store_true", help="put right what differs")

    def handle(self, *args: Any, mend: bool = False, **options: Any) -> None:
        health = doctor.examine(mend=mend)
        self.stdout.write(f"{health.records} records looked at.")
        self.stdout.write(f"Entries out of date or missing: {health.changed}. Entries without a record: {health.gone}.")
        self.stdout.write(f"Indexes to be built anew: {', '.join(health.sick_indexes) or 'none'}.")
        if health.is_well:
            self.stdout.write(self.style.SUCCESS("Search is well."))
        elif mend:
            self.stdout.write(self.style.SUCCESS("Everything was put right."))
        else:
            raise CommandError("Search is not well. Run search_doctor --mend.")
