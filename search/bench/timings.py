"""What is measured, and how it is said."""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.test import Client
from django.test.utils import override_settings

from .. import following, services
from ..engines import Engine
from ..engines.elastic.bench import raw_rate
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
    """Make the records; then, for each engine there is, build its index and ask for results pages. A line for each."""
    start = perf_counter()
    fill(records)
    yield f"{records} records made in {perf_counter() - start:.0f} s (not a goal)"
    for engine in reversed(following.answering("public")):
        yield f"-- {engine.label}"
        with alone(engine):
            yield from measured(engine, records)
    yield f"memory of this process {resident():.0f} MB"


@contextmanager
def alone(engine: Engine) -> Iterator[None]:
    """Only this engine answers, and it follows when it is asked."""
    address = settings.ELASTICSEARCH_URL if engine.is_remote else ""
    with override_settings(ELASTICSEARCH_URL=address, SEARCH_FOLLOWS_AT_ONCE=True):
        yield


def measured(engine: Engine, records: int) -> Iterator[str]:
    start = perf_counter()
    written = following.rebuild(engine) or 0
    took = perf_counter() - start
    yield f"index filled: {records / took:,.0f} entries a second ({written} documents, {took:.1f} s)"
    if engine.is_remote:
        yield f"the server's own bulk helper, same documents at hand: {raw_rate(engine):,.0f} a second"
    for timing in timings():
        yield str(timing)


def resident() -> float:
    """Megabytes of memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def timings(repeats: int = 100) -> Iterator[Timing]:
    dice, client = random.Random(5), Client()  # noqa: S311

    def word(low: int = COMMON, high: int = RARE) -> str:
        chosen = WORDS[dice.randrange(low, high)]
        return chosen if dice.random() < 0.5 else spell(chosen)[1]

    def shown(**query: str) -> None:
        assert client.get("/vi/search/", query).status_code == 200  # noqa: S101  (a wrong page would look fast)

    def asked(**query: str) -> None:
        assert client.get("/api/search/", {"lang": "vi", **query}).status_code == 200  # noqa: S101

    def offered(**query: str) -> None:
        assert client.get("/vi/search/suggest/", query).status_code == 200  # noqa: S101

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
    yield timed("type-ahead", lambda: offered(q=f"{word()} {word()[:2]}"), repeats)
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
