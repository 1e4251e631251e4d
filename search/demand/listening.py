"""From a search in vain to a count of readers: each is counted once a day for the same words."""

import hashlib
import logging

from django.db import DatabaseError
from django.http import HttpRequest

from .. import visitors
from ..queries import Results
from ..text import fold
from . import services

logger = logging.getLogger(__name__)


def heard(results: Results, request: HttpRequest) -> None:
    """Note that this reader found nothing. A search never fails for it, and filters that fit nothing do not count."""
    wish = results.wish
    if results.total or not wish.typed or wish.is_narrowed or results.is_makeshift or results.question.is_empty:
        return
    words = hashlib.sha256(f"{wish.language}|{fold(wish.typed)}".encode()).hexdigest()[:16]
    if not visitors.is_new("demand", f"{visitors.mark(request)}.{words}"):
        return
    try:
        services.count(wish.typed, wish.language)
    except DatabaseError as error:
        logger.warning("A search in vain was not counted: %s", error)
