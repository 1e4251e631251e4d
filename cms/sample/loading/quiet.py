"""While the sample archive is made, work in the background waits for its end, and nobody is written to."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django_tasks import task_backends
from django_tasks.backends.dummy import DummyBackend

from .trust import trusting

ALIAS = "default"


class Later(DummyBackend):
    """Keeps each piece of work once, however often it was asked for."""

    def __init__(self, alias: str, params: dict[str, Any]) -> None:
        super().__init__(alias, params)
        self.waiting: dict[str, tuple[Any, Any, Any]] = {}

    def enqueue(self, task: Any, args: Any, kwargs: Any) -> Any:
        self.waiting[repr((task.module_path, args, kwargs))] = (task, args, kwargs)
        result = super().enqueue(task, args, kwargs)
        self.clear()
        return result


@contextmanager
def quietly() -> Iterator[None]:
    """A page that passes eight steps is indexed eight times for nobody; here it is done once, at the end."""
    usual, later, mail = task_backends[ALIAS], Later(ALIAS, {}), settings.EMAIL_BACKEND
    task_backends[ALIAS] = later
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    gc.disable()  # It would look through every row made so far, again and again, for a tenth of the time.
    try:
        with trusting():
            yield
        work_off(later)
    finally:
        gc.enable()
        task_backends[ALIAS], settings.EMAIL_BACKEND = usual, mail


@transaction.atomic
def work_off(later: Later) -> None:
    """Do what was put off; what it was about may be gone by now."""
    for task, args, kwargs in list(later.waiting.values()):
        with suppress(ObjectDoesNotExist):
            task.call(*args, **kwargs)
