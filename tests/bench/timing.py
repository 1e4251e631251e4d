"""Timing a thing many times: processor and clock, median and 95th percentile, and how often the database was asked."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

from django.db import connection
from django.test.utils import CaptureQueriesContext


class Timed(NamedTuple):
    """Milliseconds of processor time (median) and of the clock (median, 95th percentile), and queries of one run."""

    name: str
    cpu: float
    median: float
    p95: float
    queries: int

    def __str__(self) -> str:
        figures = f"cpu {self.cpu:6.1f} ms   clock p50 {self.median:6.1f}  p95 {self.p95:6.1f} ms"
        return f"{self.name:<44}{figures}   {self.queries:3d} queries"


def timed(name: str, thing: Callable[[], object], rounds: int) -> Timed:
    """Twice unmeasured, once for its queries, then as often as asked."""
    thing()
    thing()
    with CaptureQueriesContext(connection) as asked:
        thing()
    cpu, clock = [], []
    for _ in range(rounds):
        cpu_start, clock_start = time.process_time(), time.perf_counter()
        thing()
        cpu.append((time.process_time() - cpu_start) * 1000)
        clock.append((time.perf_counter() - clock_start) * 1000)
    p95 = statistics.quantiles(clock, n=20)[-1] if len(clock) > 1 else clock[0]
    return Timed(name, statistics.median(cpu), statistics.median(clock), p95, len(asked))
