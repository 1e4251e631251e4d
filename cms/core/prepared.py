"""Questions that every page asks: written as SQL once, asked with other values each time.

Writing a question costs the processor ten times what the database needs to answer it. Nothing else changes: rows become
records as ever, and rights are part of the question.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from django.db import connections
from django.db.models import QuerySet
from django.utils.translation import get_language

NUMBERS = -1_918_273_645  # No record bears such a number; below it, one for each value.


class Prepared:
    """A queryset made by a function of named values; each value is a single number or a single text."""

    def __init__(self, ask: Callable[..., QuerySet], **kinds: type) -> None:
        self.ask = ask
        self.marks = {name: mark(name, kind, place) for place, (name, kind) in enumerate(kinds.items())}
        self.written: dict[tuple[Any, ...], tuple[QuerySet, Any, str, tuple[Any, ...]]] = {}

    def __call__(self, *about: Any, **values: Any) -> list[Any]:
        """What the database answers. Positional values shape the question and are part of its name."""
        queryset, compiler, sql, params = self.write(about)
        by_mark = {self.marks[name]: value for name, value in values.items()}
        ready = copy.copy(compiler)
        ready.connection = connections[queryset.db]
        filled = tuple(by_mark.get(param, param) for param in params)
        ready.as_sql = lambda *args, **kwargs: (sql, filled)
        asked = queryset.all()
        asked.query.get_compiler = lambda *args, **kwargs: ready  # type: ignore[method-assign]
        return list(asked)

    def write(self, about: tuple[Any, ...]) -> tuple[QuerySet, Any, str, tuple[Any, ...]]:
        """The question in SQL: columns of translated words differ from language to language."""
        name = (get_language(), *about)
        if name not in self.written:
            queryset = self.ask(*about, **self.marks)
            compiler = queryset.query.get_compiler(queryset.db)
            sql, params = compiler.as_sql()
            if missing := set(self.marks.values()) - set(params):
                raise ValueError(f"{missing} of {self.ask} is not among the values of its SQL.")
            self.written[name] = (queryset, compiler, sql, tuple(params))
        return self.written[name]


def mark(name: str, kind: type, place: int) -> Any:
    """A value that stands for another until it is known."""
    return NUMBERS - place if kind is int else f"\N{SYMBOL FOR NULL}{name}"
