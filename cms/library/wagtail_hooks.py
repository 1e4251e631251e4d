"""What Wagtail asks of the library."""

from typing import Any

from django.http import Http404
from wagtail import hooks

from .views import may_read_document


@hooks.register("before_serve_document")
def serve_what_may_be_read(document: Any, request: Any) -> None:
    if not may_read_document(request.user, document):
        raise Http404
