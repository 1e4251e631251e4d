"""What a visitor is served: a second lock, should triggers be missing, and an honest answer where a page was."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from wagtail import hooks
from wagtail.models import Page

from .choices import HIDDEN
from .models import public


@hooks.register("before_serve_page")
def serve_what_is_decided(page: Any, request: Any, args: Any, kwargs: Any) -> HttpResponse | None:
    """Public by decision: go on. Withdrawn: gone, with a neutral reason. Anything else is not there."""
    if public(Page.objects.filter(pk=page.pk)).exists():
        return None
    status = page.specific.status
    if not status.withdrawn_at or status.state in HIDDEN:
        raise Http404
    return gone(request, status)


def gone(request: Any, status: Any) -> HttpResponse:
    """410: the page was here; why it is not, in words that name nobody."""
    told = {
        "withdrawn_on": status.withdrawn_at,
        "reason_public": status.get_withdrawal_ground_display(),
    }
    response = render(request, "410.html", told, status=410)
    response["Cache-Control"] = "no-store"
    return response
