"""Fill an archive with generated records, to measure how it bears them."""

from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.sample.generating.writing import generate
from cms.sample.loading.archive import is_loaded

EVERYTHING = "both"


class Command(BaseCommand):
    """A tool for measuring: its records are public although nobody has read them, so never in production."""

    help = (
        "Write N generated, published records beside the sample archive. For measuring only: it passes the review by."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--records", type=int, default=1000)
        parser.add_argument("--seed", type=int, default=None, help="the same seed invents the same records")

    def handle(self, *args: Any, records: int = 1000, seed: int | None = None, **options: Any) -> None:
        if settings.FACE != EVERYTHING:
            raise CommandError("This is production: nothing becomes public here without a decision.")
        if not is_loaded():
            call_command("load_sample")
        start = perf_counter()
        pages = generate(records, int(start) if seed is None else seed)
        took = perf_counter() - start
        self.stdout.write(f"{records} records ({pages} pages) in {took:.1f} s, {records / took:.0f} a second.")
        if "rebuild_index" in get_commands():
            call_command("rebuild_index", records=True)
