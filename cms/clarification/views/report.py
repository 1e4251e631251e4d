"""The consolidated report of a quarter, as a page and as files."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.core import clock

from .. import report
from .base import Screen

FORMS: dict[str, Any] = {
    "xlsx": (report.as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "docx": (report.as_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


class ReportView(Screen):
    """Every dossier of a quarter, with days used and the late ones marked."""

    template_name = "clarification/report.html"
    page_title = _("Report of a quarter")

    @cached_property
    def quarter(self) -> report.Quarter:
        return report.Quarter.of(self.request.GET.get("year", ""), self.request.GET.get("quarter", ""))

    @cached_property
    def report(self) -> report.Report:
        return report.report(self.quarter, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        years = range(clock.today().year, report.FIRST_YEAR - 1, -1)
        return super().get_context_data(report=self.report, headings=report.headings(), years=years, **kwargs)


class ReportFileView(ReportView):
    """The same as a file."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        make, media_type = FORMS[self.kwargs["form"]]
        response = HttpResponse(make(self.report), content_type=media_type)
        name = f"ho-so-lam-ro-{self.quarter.year}-q{self.quarter.number}.{self.kwargs['form']}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["Cache-Control"] = "private, no-store"
        return response
