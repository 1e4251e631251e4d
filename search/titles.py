"""The words of public titles, from which type-ahead and spelling suggestions are made, and from nothing else.

Rows change in the transaction that changes the entry, so that a title withdrawn is suggested to nobody.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection, models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from . import languages
from .text import fold

LONGEST_START, LONGEST_WORD = 32, 30  # bytes, letters
MOST_STARTS = 10  # words of a title from which it can be typed
EDGE = 3  # letters at each end by which a long word is looked up
RANKS = (0, 1)
BATCH = 2_000


class TitleStart(models.Model):
    """A public title from one of its words on, folded. Kept as bytes, so that every database orders it alike."""

    entry = models.ForeignKey("search.SearchEntry", on_delete=models.CASCADE, related_name="+")
    language = models.CharField(_("language"), max_length=12)
    # 0 from its first word, 1 from a later one: a boolean would leave the index unused in SQLite.
    rank = models.PositiveSmallIntegerField(_("rank"))
    start = models.BinaryField(_("beginning"), max_length=LONGEST_START)

    objects: Any = models.Manager()

    class Meta:
        verbose_name = _("beginning of a title")
        indexes = [models.Index(fields=["language", "rank", "start"], name="search_title_rank")]

    def __str__(self) -> str:
        return bytes(self.start).decode(errors="ignore")


class TitleWord(models.Model):
    """A folded word of public titles, and in how many it stands."""

    word = models.CharField(_("word"), max_length=LONGEST_WORD, unique=True)
    head = models.CharField(_("first letters"), max_length=EDGE, db_index=True)
    tail = models.CharField(_("last letters"), max_length=EDGE, db_index=True)
    titles = models.PositiveIntegerField(_("number of titles"))

    objects: Any = models.Manager()

    class Meta:
        verbose_name = _("word of titles")

    def __str__(self) -> str:
        return self.word


def beginning(prefix: str) -> Q:
    """Titles with a word at which this begins. No byte of a text is 255, so that ends the stretch."""
    whole = prefix.encode()[:LONGEST_START]
    return Q(start__gte=whole, start__lt=whole + b"\xff")


def anywhere(prefix: str) -> Q:
    """The same in every language and rank: these are named, because the index begins with them."""
    return Q(language__in=languages.codes(), rank__in=RANKS) & beginning(prefix)


def starts(entry: Any) -> Iterator[TitleStart]:
    words = fold(entry.title).split()[: MOST_STARTS + LONGEST_START]
    for place in range(min(len(words), MOST_STARTS)):
        start = " ".join(words[place:]).encode()[:LONGEST_START]
        yield TitleStart(entry_id=entry.pk, language=entry.language, rank=min(place, 1), start=start)


def words_of(rows: Iterable[TitleStart]) -> Counter[str]:
    """The words of these beginnings, each counted once a title. A word cut short by the room is none."""
    found = set()
    for row in rows:
        word = bytes(row.start).decode(errors="ignore").partition(" ")[0]
        if len(word) <= LONGEST_WORD and word.isalpha():
            found.add((row.entry_id, word))
    return Counter(word for _entry, word in found)


def keep(entries: Iterable[Any]) -> None:
    """Let the titles of these public entries be suggested as they are now."""
    entries = list(entries)
    old = list(TitleStart.objects.filter(entry__in=entries)) if entries else []
    new = [row for entry in entries for row in starts(entry)]
    if sorted(map(said, old)) == sorted(map(said, new)):
        return
    TitleStart.objects.filter(pk__in=[row.pk for row in old]).delete()
    write(new)
    recount(words_of(new), words_of(old))


def write(rows: list[TitleStart]) -> None:
    """Ten rows a title: Django's own way to insert many prepares each value by itself, which took half of the time."""
    names = ["entry_id", "language", "rank", "start"]
    columns = ", ".join(map(connection.ops.quote_name, names))
    sql = f"INSERT INTO {TitleStart._meta.db_table} ({columns}) VALUES (%s, %s, %s, %s)"  # noqa: S608  (our own names)
    with connection.cursor() as cursor:
        cursor.executemany(sql, [[getattr(row, name) for name in names] for row in rows])


def said(row: TitleStart) -> tuple[Any, ...]:
    return row.entry_id, row.language, row.rank, bytes(row.start)


def forget(entries: Iterable[Any]) -> None:
    """Suggest the titles of these entries no more."""
    old = list(TitleStart.objects.filter(entry__in=list(entries)))
    TitleStart.objects.filter(pk__in=[row.pk for row in old]).delete()
    recount(Counter(), words_of(old))


def recount(new: Counter[str], old: Counter[str]) -> None:
    """Count titles in and out, words with the same change at once. What stands in no title is kept nowhere."""
    changes: dict[int, list[str]] = {}
    for word in new.keys() | old.keys():
        changes.setdefault(new[word] - old[word], []).append(word)
    changes.pop(0, None)
    coming = [word for change, words in changes.items() if change > 0 for word in words]
    TitleWord.objects.bulk_create(map(made, coming), batch_size=BATCH, ignore_conflicts=True)
    for change, words in changes.items():
        rows = TitleWord.objects.filter(word__in=words)
        rows.filter(titles__lte=-change).delete()
        rows.update(titles=F("titles") + change)


def made(word: str) -> TitleWord:
    return TitleWord(word=word, head=word[:EDGE], tail=word[-EDGE:], titles=0)


def rebuild(entries: Iterable[Any]) -> None:
    """Make the words anew from public entries, for an archive that was filled some other way."""
    TitleStart.objects.all().delete()
    TitleWord.objects.all().delete()
    batch: list[Any] = []
    for entry in entries:
        batch.append(entry)
        if len(batch) == BATCH:
            keep(batch)
            batch = []
    keep(batch)
