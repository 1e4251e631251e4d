"""What is counted, what is forgotten, and what becomes of a note."""

import re
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from wagtail.log_actions import log

from cms.core import clock

from ..text import fold
from .models import LONGEST_WORDS, Demand, DemandNote

MOST_A_DAY = 5_000  # different questions; a program that invents words does not fill the table
KEPT = timedelta(days=90)
PERSONAL = re.compile(r"@|\d{7,}|(?:\d[ .-]?){9,}")  # addresses, telephone and identity numbers are nobody's topic


def is_a_topic(words: str) -> bool:
    """Words that may be kept: not empty, not long, and with nothing in them by which people are numbered."""
    return 1 < len(words) <= LONGEST_WORDS and not PERSONAL.search(words)


def count(typed: str, language: str) -> bool:
    """One reader more, today, who looked for this in vain."""
    words, today = " ".join(fold(typed).split()), clock.today()
    if not is_a_topic(typed) or not is_a_topic(words):
        return False
    known = Demand.objects.filter(words=words, language=language, day=today)
    if known.update(count=F("count") + 1):
        return True
    if Demand.objects.filter(day=today).count() >= MOST_A_DAY:
        return False
    try:
        with transaction.atomic():
            Demand.objects.create(words=words, language=language, day=today, count=1)
    except IntegrityError:  # another process was first
        known.update(count=F("count") + 1)
    return True


def forget() -> int:
    """Delete what too few asked in the time it is kept."""
    forgotten, _kinds = Demand.objects.too_few_since(clock.today() - KEPT).delete()
    return forgotten


@transaction.atomic
def note(words: str, language: str, *, by: Any) -> DemandNote:
    """Make a task of a question, and take it; an open one stays whose it is."""
    made, is_new = DemandNote.objects.get_or_create(
        words=words, language=language, state=DemandNote.State.OPEN, defaults={"noted_by": by, "taken_by": by}
    )
    if is_new:
        log(made, "search.note", user=by)
    return made


@transaction.atomic
def take(made: DemandNote, *, by: Any) -> None:
    """Whoever takes a note writes about it."""
    DemandNote.objects.filter(pk=made.pk, state=DemandNote.State.OPEN, taken_by=None).update(taken_by=by)
    log(made, "search.note_taken", user=by)


@transaction.atomic
def give_back(made: DemandNote, *, by: Any) -> None:
    """Somebody else may take it."""
    DemandNote.objects.filter(pk=made.pk, state=DemandNote.State.OPEN, taken_by=by).update(taken_by=None)
    log(made, "search.note_given_back", user=by)


@transaction.atomic
def finish(made: DemandNote, *, by: Any) -> None:
    """It is written."""
    done = {"state": DemandNote.State.DONE, "done_at": timezone.now()}
    DemandNote.objects.filter(pk=made.pk, state=DemandNote.State.OPEN).update(**done)
    log(made, "search.note_done", user=by)
