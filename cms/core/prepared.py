"""Questions that every page asks: written as SQL once, asked with other values each time.

Writing a question costs the processor ten times what the database needs to answer it. Nothing else changes: rows become
records as ever, and rights are part of the question.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.db import connections
from django.db.models import QuerySet
from django.utils.translation import get_language

NUMBERS = -1_918_273_000  # No record bears such a number; from it downwards, one for each value.
TEXTS = "\N{SYMBOL FOR NULL}{}"
FEWEST = 8  # of a list's values; more are rounded up, so that few lengths are written


class Written(NamedTuple):
    """A question in SQL, what made it, and where its values stand."""

    queryset: QuerySet
    compiler: Any
    sql: str
    params: tuple[Any, ...]


class Prepared:
    """A queryset made by a function of named values: a number (int), a text (str), or a list ([int], [str])."""

    def __init__(self, ask: Callable[..., QuerySet], **kinds: Any) -> None:
        self.ask = ask
        self.kinds = kinds
        self.written: dict[tuple[Any, ...], Written] = {}

    def __call__(self, *about: Any, **values: Any) -> list[Any]:
        """What the database answers: nothing, if a list is empty. Positional values shape the question itself."""
        lists = {name: rounded(values[name]) for name, kind in self.kinds.items() if isinstance(kind, list)}
        if not all(lists.values()):
            return []
        written = self.write(about, {name: len(found) for name, found in lists.items()})
        return answers(written, self.by_mark(values | lists))

    def by_mark(self, values: dict[str, Any]) -> dict[Any, Any]:
        """Each value under the mark that holds its place."""
        marks = self.marks({name: len(value) for name, value in values.items() if isinstance(value, list)})
        singles = {mark: values[name] for name, mark in marks.items() if not isinstance(mark, list)}
        pairs = (zip(mark, values[name], strict=True) for name, mark in marks.items() if isinstance(mark, list))
        return singles | {mark: value for together in pairs for mark, value in together}

    def marks(self, lengths: dict[str, int]) -> dict[str, Any]:
        """What stands in the question for each value."""
        free = iter(range(1_000_000))
        return {
            name: [mark(kind[0], next(free)) for _ in range(lengths[name])]
            if isinstance(kind, list)
            else mark(kind, next(free))
            for name, kind in self.kinds.items()
        }

    def write(self, about: tuple[Any, ...], lengths: dict[str, int]) -> Written:
        """The question in SQL: columns of translated words differ from language to language."""
        name = (get_language(), about, *lengths.values())
        if name not in self.written:
            marks = self.marks(lengths)
            queryset = self.ask(*about, **marks)
            compiler = queryset.query.get_compiler(queryset.db)
            sql, params = compiler.as_sql()
            self.check(marks, params)
            self.written[name] = Written(queryset, compiler, sql, tuple(params))
        return self.written[name]

    def check(self, marks: dict[str, Any], params: Iterable[Any]) -> None:
        """A value that does not reach the database would be asked for ever as it was first."""
        wanted = {one for mark in marks.values() for one in (mark if isinstance(mark, list) else [mark])}
        if missing := wanted - set(params):
            raise ValueError(f"{missing} of {self.ask} is not among the values of its SQL.")


def answers(written: Written, by_mark: dict[Any, Any]) -> list[Any]:
    """Records made of the rows, by a compiler that has written its SQL already."""
    ready = copy.copy(written.compiler)
    ready.connection = connections[written.queryset.db]
    filled = tuple(by_mark.get(param, param) for param in written.params)
    ready.as_sql = lambda *args, **kwargs: (written.sql, filled)
    asked = written.queryset.all()
    asked.query.get_compiler = lambda *args, **kwargs: ready  # type: ignore[method-assign]
    return list(asked)


def mark(kind: type, place: int) -> Any:
    """A value that stands for another until it is known."""
    return NUMBERS - place if kind is int else TEXTS.format(place)


def rounded(values: Iterable[Any]) -> list[Any]:
    """The values, the first of them repeated until there are eight, sixteen, thirty-two…"""
    found = list(values)
    length = FEWEST
    while length < len(found):
        length *= 2
    return found + found[:1] * (length - len(found))
