"""The one door by which files of dossiers leave: it asks who is there, each time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from ..models import ClarificationDossierPage as Dossier
from ..models import DossierFile
from ..services.screening import may_read_cases


@require_safe
def file(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """A file, for those who may read its dossier; what is under review, for screeners and directors alone."""
    seen = Dossier.objects.visible_to(request.user)
    found = DossierFile.objects.filter(key=key, dossier__in=seen.values("pk")).select_related("case").first()
    if found is None or not may_read(found, request.user):
        raise Http404
    # Always as a file to be saved: a page that somebody captured must not run here.
    response = FileResponse(found.file.open("rb"), as_attachment=True, filename=found.name)
    response["Content-Type"] = found.media_type
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def may_read(found: DossierFile, user: Any) -> bool:
    if found.case is None or not found.case.is_withheld:
        return True
    return found.case.closed_at is None and may_read_cases(user)
