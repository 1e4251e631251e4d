"""A mark that changes with everything the public may read, so that what was asked once need not be asked again."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Max
from django.http import HttpRequest
from django.utils.translation import get_language

from cms.moderation.models import Decision

NAMES_MAY_AGE = 60  # seconds: names of themes and agencies change without a decision


def while_fresh(question: tuple[Any, ...], answer: Callable[[], Any], request: HttpRequest | None = None) -> Any:
    """The answer as it was last given, if nothing public has changed since; otherwise asked anew."""
    words = repr((mark(request), get_language(), question))
    return cache.get_or_set(f"pages:{sha256(words.encode()).hexdigest()}", answer, NAMES_MAY_AGE)


def mark(request: HttpRequest | None) -> str:
    """Asked once a request."""
    if request is None:
        return latest_decisions()
    if not hasattr(request, "mark_of_the_public"):
        request.mark_of_the_public = latest_decisions()  # type: ignore[attr-defined]
    return request.mark_of_the_public  # type: ignore[attr-defined]


def latest_decisions() -> str:
    """Nothing becomes public or ceases to be without a decision being carried out or ended."""
    latest = Decision.objects.aggregate(Max("published_at"), Max("ended_at"), Count("pk"))
    return "/".join(str(value) for value in latest.values())
