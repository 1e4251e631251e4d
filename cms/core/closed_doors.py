"""Screens of Wagtail's that would show one agency what another writes: for the break-glass account alone."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

CLOSED_SPACES = {"wagtailadmin_reports", "wagtailadmin_workflows"}
CLOSED_VIEWS = {
    "wagtail_localize:translations_report",
    "wagtail_localize:translations_report_results",
    "wagtailadmin_pages:type_use",
    "wagtailadmin_pages:type_use_results",
}


class ClosedDoors:
    """Answers 403 where an address of such a screen is typed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        match = request.resolver_match
        if match and is_closed(match.namespace, match.view_name) and not request.user.is_superuser:
            raise PermissionDenied


def is_closed(namespace: str, name: str) -> bool:
    return namespace in CLOSED_SPACES or name in CLOSED_VIEWS
