"""Work that nobody waits for."""

from django_tasks import task, task_backends
from django_tasks.backends.immediate import ImmediateBackend

from . import worker


def follow_soon() -> None:
    """Let a worker follow. Without one the next search follows by itself, and whoever saves waits for nothing."""
    if not isinstance(task_backends["default"], ImmediateBackend):
        follow.enqueue()


@task()
def follow() -> None:
    """Let every engine take in what changed."""
    worker.attend_all()


@task()
def settle(numbers: list[int]) -> None:
    """Write the entries of these pages anew: a search met one that the database would not show."""
    from . import services  # services announce their changes to this module

    services.settle(numbers)
