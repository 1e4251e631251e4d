"""The lists with which a question is read, kept in each process until the mark of the lists changes."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from cms.core import clock
from cms.core.prepared import Prepared

from .bodies import Bodies
from .curated import ListsMark, PinnedResult, SynonymSet
from .text import Token, clean, fold, tokens

Key = tuple[str, ...]


@dataclass(frozen=True)
class Meaning:
    """Other ways to say something, for readers of one language or of all."""

    language: str
    ways: tuple[tuple[Token, ...], ...]

    def suits(self, language: str) -> bool:
        return self.language in ("", language)


class Lists:
    """What editors and the organisation say about words, on one day."""

    def __init__(self, mark: uuid.UUID | None, day: date) -> None:
        self.mark, self.day = mark, day
        self.names: dict[tuple[str, str], dict[str, str]] = {}  # what records are filtered by, by kind and language

    @cached_property
    def meanings(self) -> dict[Key, list[Meaning]]:
        """By each word of each set in use, the others."""
        found: dict[Key, list[Meaning]] = {}
        for kept in SynonymSet.objects.filter(is_active=True):
            ways = {key_of(way): way for way in map(words_in, kept.lines) if way}
            for key in ways:
                others = tuple(way for other, way in ways.items() if other != key)
                found.setdefault(key, []).append(Meaning(kept.language, others))
        return found

    @cached_property
    def bodies(self) -> Bodies:
        return Bodies.on(self.day)

    @cached_property
    def pins(self) -> list[PinnedResult]:
        return list(PinnedResult.objects.select_related("page"))

    def pinned(self, typed: str, language: str) -> Iterator[PinnedResult]:
        """What editors put first for this question now."""
        asked = fold(typed)
        for pin in self.pins:
            if pin.language in ("", language) and pin.is_in_force and asked in pin.questions:
                yield pin

    @cached_property
    def longest(self) -> int:
        """How many words the longest way of saying something has."""
        return max((len(key) for key in (*self.meanings, *self.bodies.named)), default=0)


def words_in(line: str) -> tuple[Token, ...]:
    """The words of a line. The lone last character of a Chinese run serves questions of one character."""
    words = tuple(tokens(clean(line)))
    return words[:-1] if len(words) > 1 and words[-1].start < words[-2].end else words


def key_of(words: tuple[Token, ...]) -> Key:
    return tuple(word.folded for word in words)


kept: Lists | None = None


def current() -> Lists:
    """The lists as they were when the last question was read here."""
    return kept or looked_at()


def looked_at() -> Lists:
    """The lists as they are now. One small look in the database tells whether what this process keeps still holds."""
    global kept  # noqa: PLW0603  (one for each process)
    mark, day = next(iter(marks()), None), clock.today()
    if kept is None or (kept.mark, kept.day) != (mark, day):
        kept = Lists(mark, day)
    return kept


marks = Prepared(lambda: ListsMark.objects.order_by("pk").values_list("value", flat=True)[:1])


def changed(**_signal: Any) -> None:
    """Let every process read the lists anew with its next question."""
    ListsMark.objects.update_or_create(pk=1, defaults={"value": uuid.uuid4()})
