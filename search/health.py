"""How search fares, told to those who watch over it. No engine is asked, so that a hanging one holds nobody up."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import following
from .models import DeadLetter, IndexReport

METRICS = {
    "haidang_search_lag_changes": "Changes that an index has not taken in.",
    "haidang_search_failing_seconds": "Seconds since an index began to fail; 0 while it does not.",
    "haidang_search_drift_documents": "Documents that differed at the last comparison.",
    "haidang_search_refused_documents": "Documents that an engine refuses.",
}


@dataclass(frozen=True)
class IndexHealth:
    """One index as it was last seen."""

    engine: str
    lag: int
    drift: int
    refused: int
    failing_since: datetime | None
    cause: str
    followed_at: datetime | None
    compared_at: datetime | None

    @property
    def is_well(self) -> bool:
        return not (self.failing_since or self.drift or self.refused)

    @property
    def failing_seconds(self) -> int:
        return int((timezone.now() - self.failing_since).total_seconds()) if self.failing_since else 0

    @property
    def figures(self) -> tuple[int, int, int, int]:
        """In the order of METRICS."""
        return self.lag, self.failing_seconds, self.drift, self.refused


def indices() -> list[IndexHealth]:
    """Every index; one that no worker has attended yet has everything before it."""
    last = following.now().sequence
    reports = {report.engine: report for report in IndexReport.objects.all()}
    return [health_of(reports.get(engine.label) or IndexReport(engine=engine.label), last) for engine in known()]


def known() -> list:
    """The indices a worker must keep up: the server's. Without a server our own, which also follow when asked."""
    return following.remote_engines() or following.engines()


def health_of(report: IndexReport, last: int) -> IndexHealth:
    refused = DeadLetter.objects.of(report.engine).count()
    lag = max(last - report.sequence, 0)
    return IndexHealth(
        report.engine,
        lag,
        report.drift,
        refused,
        report.failing_since,
        report.cause,
        report.followed_at,
        report.compared_at,
    )


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Whether this process serves, for whoever watches it; no word of what goes on inside."""
    found = indices()
    is_well = all(index.is_well for index in found)
    return JsonResponse(
        {"status": "ok" if is_well else "degraded", "search": {"lag": max(index.lag for index in found)}}
    )


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """The same in figures, for Prometheus; on the internal face alone."""
    found = indices()
    lines = []
    for place, (name, meaning) in enumerate(METRICS.items()):
        lines += [f"# HELP {name} {meaning}", f"# TYPE {name} gauge"]
        lines += [f'{name}{{index="{index.engine}"}} {index.figures[place]}' for index in found]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; version=0.0.4; charset=utf-8")
