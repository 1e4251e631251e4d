from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.deadlines import calendar


class Command(BaseCommand):
    """Add the days off of a year to the working calendar; what people entered stays. Run twice, it adds once."""

    help = "Adds Tết, the other holidays, days in lieu and swapped days of a year to the working calendar."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            added = calendar.import_year(options["year"], by=None)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        self.stdout.write(f"{added} days added to {options['year']}.")
