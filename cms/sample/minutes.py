"""What a machine in production does by cron: once a minute, whatever falls due by the clock."""

import logging
import threading
from collections.abc import Callable

from django.core.management import call_command
from django.db import close_old_connections

MINUTE = 60.0
logger = logging.getLogger(__name__)


def publish_what_is_due() -> None:
    """The command that cron calls in production; its failure is told, and the next minute is another one."""
    close_old_connections()
    try:
        call_command("publish_scheduled", verbosity=0)
    except Exception:
        logger.exception("What falls due by the clock was not done")
    finally:
        close_old_connections()


def every_minute(work: Callable[[], None], stop: threading.Event, length: float = MINUTE) -> threading.Thread:
    """Do this work now and once a minute, beside the server, and end with it."""

    def keep_on() -> None:
        work()
        while not stop.wait(length):
            work()

    thread = threading.Thread(target=keep_on, name="every minute", daemon=True)
    thread.start()
    return thread
