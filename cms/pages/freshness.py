"""A mark that changes with everything the public may read, so that what was counted once need not be counted again."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from django.core.cache import cache
from django.db.models import Count, Max
from django.utils.translation import get_language

from cms.moderation.models import Decision

NAMES_MAY_AGE = 60  # seconds: names of themes and agencies change without a decision

Answer = TypeVar("Answer")


def mark() -> str:
    """Nothing becomes public or ceases to be without a decision being carried out or ended."""
    latest = Decision.objects.aggregate(Max("published_at"), Max("ended_at"), Count("pk"))
    return "/".join(str(value) for value in latest.values())


def while_fresh(question: tuple[object, ...], answer: Callable[[], Answer]) -> Answer:
    """The answer as it was last given, if nothing public has changed since; otherwise asked anew."""
    words = repr((mark(), get_language(), question))
    key = f"pages:{sha256(words.encode()).hexdigest()}"
    return cache.get_or_set(key, answer, NAMES_MAY_AGE)  # type: ignore[return-value]
