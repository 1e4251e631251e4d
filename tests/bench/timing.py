"""Timing a thing many times: processor and clock, median and 95th percentile, and how often the database was asked."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext


class Timed(NamedTuple):
    """Milliseconds of the processor and of the clock, the median and the 95th percentile; the queries of one run.

    On a machine that does something else besides, the clock tells of that; the processor tells of us.
    """

    name: str
    cpu: list[float]
    clock: list[float]
    queries: int

    def __str__(self) -> str:
        figures = f"cpu {spread(self.cpu)}   clock {spread(self.clock)}"
        return f"{self.name:<44}{figures}   {self.queries:3d} queries"


def spread(times: list[float]) -> str:
    p95 = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return f"p50 {statistics.median(times):6.1f}  p95 {p95:6.1f} ms"


def timed(name: str, thing: Callable[[], object], rounds: int) -> Timed:
    """Twice unmeasured, once for its queries, then as often as asked."""
    thing()
    thing()
    reset_queries()  # the log of queries is full after a while, and then it counts no more
    with CaptureQueriesContext(connection) as asked:
        thing()
    queries = len(asked)  # counted now: the next request empties the log
    cpu, clock = [], []
    for _ in range(rounds):
        cpu_start, clock_start = time.process_time(), time.perf_counter()
        thing()
        cpu.append((time.process_time() - cpu_start) * 1000)
        clock.append((time.perf_counter() - clock_start) * 1000)
    return Timed(name, cpu, clock, queries)
