"""Many changes in one transaction: what follows each of them may be done for all of them at once, before it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import transaction

Sequel = Callable[[list[int]], Any]
_put_off: ContextVar[dict[Sequel, dict[int, None]] | None] = ContextVar("put_off", default=None)


@contextmanager
def together() -> Iterator[None]:
    """A transaction at whose end everything that was put off in it is done. One inside another is part of it."""
    if _put_off.get() is not None:
        yield
        return
    with transaction.atomic():
        waiting: dict[Sequel, dict[int, None]] = {}
        token = _put_off.set(waiting)
        try:
            yield
        finally:
            _put_off.reset(token)
        for sequel, numbers in waiting.items():
            sequel(list(numbers))


def put_off(sequel: Sequel, number: int) -> bool:
    """Let this be done for a record at the end, once with all others. False if nothing is put off here: do it now."""
    waiting = _put_off.get()
    if waiting is None:
        return False
    waiting.setdefault(sequel, {})[number] = None
    return True
