"""Show the sample archive on this machine, in one process: everything that `make run` does once it is installed."""

import threading
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.sample.minutes import every_minute, publish_what_is_due

EVERYTHING = "both"


class Command(BaseCommand):
    """One start-up instead of three; approved texts appear when their hour comes, as long as it serves."""

    help = "Migrate, load the sample archive unless it is there, and serve it; what falls due is done every minute."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.FACE != EVERYTHING:
            raise CommandError("This is production: a web server serves it, and cron keeps its hours.")
        call_command("migrate", verbosity=0)
        call_command("load_sample")
        stop = threading.Event()
        every_minute(publish_what_is_due, stop)
        try:
            call_command("runserver", options["address"], use_reloader=False)
        finally:
            stop.set()
