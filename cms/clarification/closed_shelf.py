"""Wagtail's screens for pages answer for a dossier as for a page that does not exist, whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from wagtail.models import Page

from .models import Unroutable

SPACE = "wagtailadmin_pages"


class ClosedShelf:
    """Some of those screens find a page before they ask what may be done with it: here it is not found."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        match = request.resolver_match
        if match is None or match.namespace != SPACE:
            return
        numbers = {value for name, value in kwargs.items() if name.endswith("_id") and isinstance(value, int)}
        if numbers and Page.objects.filter(pk__in=numbers).type(Unroutable).exists():
            raise Http404
