"""What happens to a saved search: asked for, confirmed, given up, written to."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import override

from cms.core import clock

from .. import newest
from . import letters, tasks
from .models import PATIENCE, Cadence, SavedSearch

AGAIN = timedelta(hours=1)  # before the same address is asked again to confirm the same search
SETTLED = timedelta(minutes=2)  # a publication takes a moment to be seen by everybody: what is newer waits a turn
IN_A_LETTER = 30
LONGEST_ADDRESS = 254  # what the model keeps
logger = logging.getLogger(__name__)


class Sent(NamedTuple):
    """What a round of letters came to."""

    letters: int
    nothing_new: int
    failed: int
    forgotten: int


def is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= LONGEST_ADDRESS


def ask(address: str, *, language: str, query: str, cadence: str) -> SavedSearch:
    """Write to the owner of an address, who alone can confirm. Nobody else learns whether it was known already."""
    now = timezone.now()
    wanted = {"cadence": Cadence(cadence), "asked_at": now}
    saved, is_new = SavedSearch.objects.get_or_create(
        address=address.lower(), language=language, query=query, defaults=wanted
    )
    if is_new or (saved.confirmed_at is None and saved.asked_at < now - AGAIN):
        SavedSearch.objects.filter(pk=saved.pk).update(**wanted)
        tasks.ask_to_confirm.enqueue(saved.pk)
    return saved


def confirm(saved: SavedSearch) -> None:
    """The owner of the address says yes: what is published from now on is told."""
    now = timezone.now()
    SavedSearch.objects.filter(pk=saved.pk, confirmed_at=None).update(confirmed_at=now, last_sent=now)


def leave(saved: SavedSearch) -> None:
    """Nothing is kept of who no longer wants letters."""
    saved.delete()


def send_all(now: datetime | None = None) -> Sent:
    """Write to everybody who is due; what fails is tried again on the next round."""
    now = now or timezone.now()
    forgotten, _kinds = SavedSearch.objects.unconfirmed_since(now - PATIENCE).delete()
    due = SavedSearch.objects.due(now.astimezone(clock.VIET_NAM).date())
    outcomes = [send(saved, now) for saved in due.order_by("pk")]
    return Sent(outcomes.count("sent"), outcomes.count("nothing"), outcomes.count("failed"), forgotten)


def send(saved: SavedSearch, now: datetime) -> str:
    """One letter of what was published since the last. It is marked as sent first: a killed round never sends twice."""
    start, end = saved.last_sent, now - SETTLED
    if start is None or end <= start:
        return "nothing"
    with override(saved.language):
        found = newest.since(letters.wish_of(saved), start, end, IN_A_LETTER + 1)
        if not SavedSearch.objects.filter(pk=saved.pk, last_sent=start).update(last_sent=end):
            return "nothing"  # another round took it
        if not found:
            return "nothing"
        try:
            letters.news(saved, found[:IN_A_LETTER], has_more=len(found) > IN_A_LETTER).send()
        except OSError:
            logger.exception("The letter for saved search %s could not be sent", saved.pk)
            SavedSearch.objects.filter(pk=saved.pk, last_sent=end).update(last_sent=start)
            return "failed"
    return "sent"
