"""A mark that changes with everything the public may read, so that what was asked once need not be asked again."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language

from cms.core.prepared import Prepared
from cms.moderation.choices import Event
from cms.moderation.models import Step

# Steps on the way to a decision, after which the public reads what it read before.
AMONG_STAFF = (Event.SUBMIT, Event.CLEAR, Event.NO_LEAD, Event.TAKE, Event.RELEASE, Event.REASSIGN, Event.APPRAISE)
NAMES_MAY_AGE = 600  # seconds: names of themes and agencies, and words of images, change without a decision


def while_fresh(question: tuple[Any, ...], answer: Callable[[], Any], request: HttpRequest | None = None) -> Any:
    """The answer as it was last given, if nothing public has changed since; otherwise asked anew."""
    words = repr((mark(request), get_language(), question))
    return cache.get_or_set(f"pages:{sha256(words.encode()).hexdigest()}", answer, NAMES_MAY_AGE)


def mark(request: HttpRequest | None) -> int:
    """Asked once a request."""
    if request is None:
        return latest_step()
    if not hasattr(request, "mark_of_the_public"):
        request.mark_of_the_public = latest_step()  # type: ignore[attr-defined]
    return request.mark_of_the_public  # type: ignore[attr-defined]


def latest_step() -> int:
    """Nothing becomes public or ceases to be without a step in the legal record, which only grows."""
    return next(iter(latest_steps()), 0)


def steps_that_show() -> QuerySet:
    steps = Step.objects.exclude(event__in=AMONG_STAFF).order_by("-pk")
    return steps.values_list("pk", flat=True)[:1]


latest_steps = Prepared(steps_that_show)
