from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand

from search import doctor, following, services, titles
from search.models import Audience, SearchEntry


class Command(BaseCommand):
    """Build every index anew from the entries, beside the living one, and change them over."""

    help = "Builds every search index anew from the entries. Searches go on meanwhile."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "--records", action="store_true", help="first write the entries anew from the records themselves"
        )

    def handle(self, *args: Any, records: bool = False, **options: Any) -> None:
        if records:
            changed = sum(services.settle(numbers) for numbers in doctor.chunks())
            self.stdout.write(f"{changed} entries were out of date.")
            titles.rebuild(SearchEntry.objects.standing().filter(audience=Audience.PUBLIC).order_by("pk").iterator())
        for index in following.engines():
            start = perf_counter()
            written = following.rebuild(index)
            took = perf_counter() - start
            said = "is being built by another process" if written is None else f"{written} documents in {took:.1f} s"
            self.stdout.write(f"{index.name}: {said}")
