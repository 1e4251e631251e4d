"""The whole dossier on paper: a PDF/A file for the record."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from ..printing import as_pdf
from .base import DossierScreen


class PrintedView(DossierScreen):
    """Everything that the person may read of it, with every hash."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = HttpResponse(as_pdf(self.dossier, request.user), content_type="application/pdf")
        response["Content-Disposition"] = f'attachment; filename="{self.dossier.code}.pdf"'
        response["Cache-Control"] = "private, no-store"
        return response
