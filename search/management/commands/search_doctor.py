from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import doctor


class Command(BaseCommand):
    """Compare records, entries and indexes."""

    help = "Says whether search entries agree with the records, and the indexes with the entries."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--records", action="store_true", help="compare the entries with the records, too")
        parser.add_argument("--mend", action="store_true", help="put right what differs")

    def handle(self, *args: Any, records: bool = False, mend: bool = False, **options: Any) -> None:
        health = doctor.examine(records=records, mend=mend)
        if records:
            self.stdout.write(f"{health.records} records looked at.")
            self.stdout.write(
                f"Entries out of date or missing: {health.changed}. Entries without a record: {health.gone}."
            )
        for drift in health.drifts:
            said = drift.failure or (f"{len(drift.keys)} documents differ" if drift.keys else "holds what it should")
            self.stdout.write(f"{drift.engine.label}: {said}")
        if health.is_well:
            self.stdout.write(self.style.SUCCESS("Search is well."))
            return
        if mend and doctor.examine(records=records).is_well:
            self.stdout.write(self.style.SUCCESS("Everything was put right."))
            return
        raise CommandError("Search is not well." if mend else "Search is not well. Run search_doctor --mend.")
