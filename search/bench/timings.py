"""What is measured, and how it is said."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter

from django.test import Client

from .. import following, services
from ..models import SearchEntry
from ..text import spell
from .records import WORDS, fill

COMMON, RARE = 20, 400  # ranks: the words that nearly every text holds, and those that readers ask for


@dataclass(frozen=True)
class Timing:
    """Milliseconds that something took, time after time."""

    name: str
    times: list[float]

    def at(self, share: float) -> float:
        return sorted(self.times)[min(int(len(self.times) * share), len(self.times) - 1)]

    def __str__(self) -> str:
        return f"{self.name:44} p50 {self.at(0.5):6.1f} ms   p95 {self.at(0.95):6.1f} ms"


def measure(records: int) -> Iterator[str]:
    """Make the records, build the index, ask for results pages, save; a line for each."""
    start = perf_counter()
    fill(records)
    yield f"{records} records made in {perf_counter() - start:.0f} s (not a goal)"
    start = perf_counter()
    written = following.rebuild(following.engine("public")) or 0
    took = perf_counter() - start
    yield f"entries built: {records / took:,.0f} a second ({records} entries, {written} documents, {took:.1f} s)"
    for timing in timings():
        yield str(timing)


def timings(repeats: int = 100) -> Iterator[Timing]:
    dice, client = random.Random(5), Client()  # noqa: S311

    def word(low: int = COMMON, high: int = RARE) -> str:
        chosen = WORDS[dice.randrange(low, high)]
        return chosen if dice.random() < 0.5 else spell(chosen)[1]

    def shown(**query: str) -> None:
        assert client.get("/vi/search/", query).status_code == 200  # noqa: S101  (a wrong page would look fast)

    def asked(**query: str) -> None:
        assert client.get("/api/search/", {"lang": "vi", **query}).status_code == 200  # noqa: S101

    def found_after_a_change() -> None:
        touch()
        asked(q=word())

    yield timed("results page, one word", lambda: shown(q=word()), repeats)
    yield timed("results page, two words", lambda: shown(q=f"{word()} {word()}"), repeats)
    yield timed(
        "results page, two words, two filters",
        lambda: shown(q=f"{word()} {word()}", year="2020", kind="image"),
        repeats,
    )
    yield timed("results page, a phrase", lambda: shown(q=f'"{word()} {word(0, COMMON)}"'), repeats)
    yield timed(
        "results page, two of the commonest words", lambda: shown(q=f"{word(0, COMMON)} {word(0, COMMON)}"), repeats
    )
    yield timed("results page, everything, newest first", shown, repeats)
    yield timed("JSON, two words", lambda: asked(q=f"{word()} {word()}"), repeats)
    entries = iter(SearchEntry.objects.order_by("pk")[:repeats])
    yield timed("entry written on saving", lambda: changed(next(entries)), repeats - 10)
    yield timed("next search after a change", found_after_a_change, 20)


def changed(one: SearchEntry) -> None:
    one.title += " đổi"
    services.keep([one])


def touch() -> None:
    changed(SearchEntry.objects.order_by("?").first() or SearchEntry())


def timed(name: str, do: Callable[[], object], repeats: int) -> Timing:
    for _turn in range(5):
        do()
    times = []
    for _turn in range(repeats):
        start = perf_counter()
        do()
        times.append((perf_counter() - start) * 1000)
    return Timing(name, times)
