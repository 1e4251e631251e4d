"""All public statements for machines, one JSON object a line: what fact-checkers and researchers take whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .addresses import address
from .cards import absolute
from .models import ClarificationStatementPage
from .plain_text import of_stream

CHUNK = 200


@require_safe
@cache_control(public=True, max_age=30)
def statements(request: HttpRequest) -> StreamingHttpResponse:
    """What is public now, the oldest first; addresses of what was said are data here, no links."""
    found = ClarificationStatementPage.objects.public().select_related("locale", "source_agency")
    pages = found.prefetch_related("corrections").order_by("first_published_at", "pk").iterator(chunk_size=CHUNK)
    return StreamingHttpResponse(lines(pages, request), content_type="application/x-ndjson; charset=utf-8")


def lines(pages: Iterator[Any], request: HttpRequest) -> Iterator[str]:
    for page in pages:
        yield json.dumps(described(page, request), ensure_ascii=False, default=str) + "\n"


def described(page: Any, request: HttpRequest) -> dict[str, Any]:
    return {
        "url": absolute(address(page, request), request),
        "family": page.translation_key,
        "language": page.locale.language_code,
        "title": page.title,
        "said": page.said,
        "said_where": page.said_where,
        "said_on": page.said_on,
        "said_url": page.said_url,
        "verdict": page.verdict,
        "answer": page.intro,
        "true": of_stream(page.body),
        "ground": page.ground_lines,
        "done": page.done_lines,
        "standing": page.standing,
        "standing_note": page.standing_note,
        "corrections": [{"day": each.day, "text": each.text} for each in page.dated_corrections],
        "agency": page.source_agency.name if page.source_agency else "",
        "published_at": page.first_published_at.isoformat(),
        "changed_at": page.last_published_at.isoformat(),
    }
