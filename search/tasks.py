"""Work that nobody waits for."""

import logging
from time import sleep

from django_tasks import task, task_backends
from django_tasks.backends.immediate import ImmediateBackend

from . import following
from .engines import Engine, EngineBusyError, EngineFailedError

TRIES, PAUSE = 20, 0.1  # a writer is busy for a tenth of a second; one that holds on for two is passed by
logger = logging.getLogger(__name__)


def follow_soon() -> None:
    """Let a worker follow. Without one the next search follows by itself, and whoever saves waits for nothing."""
    if not isinstance(task_backends["default"], ImmediateBackend):
        follow.enqueue()


@task()
def follow() -> None:
    """Let every engine take in what changed."""
    for engine in following.engines():
        try:
            patiently(engine)
        except EngineFailedError as error:
            logger.warning("The index %s is built anew: %s", engine.name, error)
            following.rebuild(engine)


def patiently(engine: Engine) -> None:
    """Wait for another writer a little while."""
    for turn in range(TRIES):
        try:
            following.follow(engine)
            return
        except EngineBusyError:
            if turn == TRIES - 1:
                raise
            sleep(PAUSE)


@task()
def settle(numbers: list[int]) -> None:
    """Write the entries of these pages anew: a search met one that the database would not show."""
    from . import services  # services announce their changes to this module

    services.settle(numbers)
