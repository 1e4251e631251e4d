"""From entries to what an engine holds: one document a family and audience, so that totals and facets are exact."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet
from django.db.models.functions import Substr

from cms.core.prepared import Prepared
from cms.moderation.choices import HANDED_IN

from .models import Audience, SearchEntry
from .text import numbers, squeezed

LONGEST = 20_000  # characters of a text that a result may quote
SHOWN = (
    *("audience", "object_id", "language", "family", "kind", "title", "intro", "number"),
    *("agency_id", "date", "date_precision", "picture_id", "validity", "places"),
)
BUCKET = 2  # first letters of a family's name
EVERYBODY, JUDGES = "public", "handed in"


@dataclass(frozen=True)
class Document:
    """A record in all its languages, as one audience may find it."""

    key: str
    family: str
    tokens: tuple[str, ...]
    entries: tuple[SearchEntry, ...]

    @property
    def numbers(self) -> list[str]:
        found = [number for entry in self.entries for number in numbers(f"{entry.number} | {entry.title}")]
        whole = [squeezed(number) for entry in self.entries for number in entry.number.split("|")]
        return distinct([*found, *filter(None, whole)])

    @property
    def facets(self) -> dict[str, list[str]]:
        """What the document is counted under."""
        return {
            "kind": distinct(entry.kind for entry in self.entries),
            "theme": distinct(theme for entry in self.entries for theme in entry.themes),
            "field": distinct(field for entry in self.entries for field in entry.fields),
            "place": distinct(str(place) for entry in self.entries for place in entry.places),
            "agency": distinct(str(entry.agency_id) for entry in self.entries if entry.agency_id),
            "year": distinct(str(entry.year) for entry in self.entries if entry.year),
            "language": distinct(entry.language for entry in self.entries),
            "orientation": distinct(entry.orientation for entry in self.entries if entry.orientation),
            "size": distinct(entry.size for entry in self.entries if entry.size),
            "state": distinct(entry.state for entry in self.entries if entry.state),
            "lack": distinct(lack for entry in self.entries for lack in entry.lacks),
            "due": distinct(entry.due_on.isoformat() for entry in self.entries if entry.due_on),
        }

    @property
    def bucket(self) -> str:
        """Families are compared by the bucket: one of 256, for families are named at random."""
        return self.family[:BUCKET]

    @property
    def mark(self) -> int:
        """The sum of its entries' change numbers: another sum, another content."""
        return sum(entry.sequence for entry in self.entries)

    @property
    def day(self) -> int:
        return max((entry.date.toordinal() for entry in self.entries if entry.date), default=0)


def distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def agency_token(agency_id: int | None) -> str:
    """The token of what belongs to an agency."""
    return f"agency:{agency_id or 0}"


def documents(entries: Iterable[SearchEntry], *, by_item: bool = False) -> Iterator[Document]:
    """Group entries, which come family by family, into documents: all languages in one, or each by itself.

    Readers want a record once, in their language. Staff want every language, because each has its own state and rights.
    """
    key = item_key if by_item else family_key
    for family, members in groupby(entries, key=lambda entry: entry.family):
        for name, group in groupby(sorted(members, key=key), key=key):
            same = tuple(group)
            yield Document(name, family, access(same[0]), same)


def key_of(entry: SearchEntry, *, by_item: bool) -> str:
    """The key of the document that an entry is part of."""
    return item_key(entry) if by_item else family_key(entry)


def family_key(entry: SearchEntry) -> str:
    return entry.family


def item_key(entry: SearchEntry) -> str:
    return f"{entry.family}|{entry.audience}|{entry.object_id}|{entry.language}"


def entries_of(keys: Iterable[str], *, by_item: bool) -> dict[str, list[SearchEntry]]:
    """The standing entries behind the keys of documents, without the far end of long texts."""
    wanted = list(keys)
    found: dict[str, list[SearchEntry]] = {key: [] for key in wanted}
    for entry in shown_entries(by_item, families=sorted({key.partition("|")[0] for key in wanted})):
        found.get(key_of(entry, by_item=by_item), []).append(entry)
    return found


def shown_in(by_item: bool, *, families: list[str]) -> QuerySet[SearchEntry]:
    audiences = Audience.values if by_item else [Audience.PUBLIC]
    standing = SearchEntry.objects.standing().filter(family__in=families, audience__in=audiences)
    return standing.only(*SHOWN).annotate(text=Substr("body", 1, LONGEST))


shown_entries = Prepared(shown_in, families=[str])


def access(entry: SearchEntry) -> tuple[str, ...]:
    """Who may find it: everybody; or its agency, and once it is handed in also those who judge."""
    if entry.audience == Audience.PUBLIC:
        return (EVERYBODY,)
    own = agency_token(entry.agency_id)
    return (own, JUDGES) if entry.state in HANDED_IN else (own,)
