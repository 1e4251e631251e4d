"""Documents that an engine refuses for good: kept with their cause, tried again more and more seldom."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.utils import timezone

from .engines import Refusal, Refuse
from .models import DeadLetter, SearchEntry

FIRST, LONGEST = timedelta(minutes=1), timedelta(days=1)


@contextmanager
def kept(engine: str, keys: Iterable[str] | None = None) -> Iterator[Refuse]:
    """Keep what is refused inside. What was refused before, is among these keys, and is taken now, is forgotten.

    Without keys everything was told anew, so that whatever is not refused again was taken.
    """
    refused: list[Refusal] = []
    yield refused.append
    letters = DeadLetter.objects.of(engine)
    told = letters if keys is None else letters.filter(key__in=list(keys))
    told.exclude(key__in=[refusal.key for refusal in refused]).delete()
    for refusal in refused:
        keep(engine, refusal)


def keep(engine: str, refusal: Refusal) -> None:
    letter = DeadLetter.objects.of(engine).filter(key=refusal.key).first() or DeadLetter(
        engine=engine, key=refusal.key, tries=0
    )
    letter.title, letter.cause, letter.tries = title_of(refusal.key), refusal.cause, letter.tries + 1
    letter.next_try_at = timezone.now() + pause(letter.tries)
    letter.save()


def pause(tries: int) -> timedelta:
    return min(FIRST * 2 ** min(tries - 1, 20), LONGEST)


def title_of(key: str) -> str:
    """The name of the record, so that whoever reads the list knows it."""
    entries = SearchEntry.objects.standing().filter(family=key.partition("|")[0]).order_by("audience", "pk")
    return entries.values_list("title", flat=True).first() or ""
