import signal
from threading import Event
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections, connection

from search import worker

LOOK_AGAIN = 0.3  # seconds


class Command(BaseCommand):
    """Keep every search index up to date, until told to stop."""

    help = "Lets every search index follow the entries, until told to stop (SIGTERM). Any number may run."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--once", action="store_true", help="take in what waits, then end")

    def handle(self, *args: Any, once: bool = False, **options: Any) -> None:
        if once:
            worker.attend_all()
            return
        self.stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.end)
        while not self.stop.wait(LOOK_AGAIN):
            self.look()

    def end(self, number: int, frame: FrameType | None) -> None:
        """Finish the batch at hand, then end."""
        self.stop.set()

    def look(self) -> None:
        close_old_connections()
        try:
            if worker.is_work_waiting():
                worker.attend_all()
        except OperationalError as error:  # the database is away; it will be back
            self.stderr.write(str(error))
            connection.close()
