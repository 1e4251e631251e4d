"""What every engine can do, in words that name none of them."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from ..documents import Document
from ..fields import FACETS as FACETS
from ..fields import PUBLIC_FACETS as PUBLIC_FACETS
from ..questions import Question

RELEVANCE, NEWEST, OLDEST = "best", "newest", "oldest"
ORDERS = (RELEVANCE, NEWEST, OLDEST)
MAX_HITS = 10_000


class EngineFailedError(Exception):
    """The engine could not answer: its index is gone, damaged, or of another time."""


class EngineBusyError(EngineFailedError):
    """Somebody else is writing the index; what it holds can still be searched."""


class EngineDownError(EngineFailedError):
    """The engine does not answer now, or takes nothing in. What it holds may be whole: nothing is built anew."""


class EngineDeniedError(EngineFailedError):
    """Our key opens neither this index nor any way to mend it: an operator must look."""


@dataclass(frozen=True)
class State:
    """Which database an index was built from, and the last change it took in."""

    archive: str
    sequence: int


@dataclass(frozen=True)
class Change:
    """What an engine takes in at once: these documents stand for all that stood under these families."""

    families: frozenset[str]
    keys: frozenset[str]  # of every document that may have stood under them
    documents: tuple[Document, ...]
    state: State


@dataclass(frozen=True)
class Refusal:
    """A document that an engine can never take, and why."""

    key: str
    cause: str


Refuse = Callable[[Refusal], None]


class Tally(NamedTuple):
    """How many entries a bucket of families holds, and the sum of their change numbers."""

    entries: int
    marks: int


@dataclass(frozen=True)
class Scope:
    """Which documents a reader may find: those that carry one of their tokens, and perhaps what is public elsewhere."""

    tokens: tuple[str, ...]
    public_except: tuple[str, ...] | None = None  # public documents too, save those of these agencies


@dataclass(frozen=True)
class Enquiry:
    """A question with everything that narrows it."""

    question: Question
    scope: Scope
    language: str
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    order: str = RELEVANCE
    page: int = 1
    size: int = 20
    first_day: int = 0  # the ordinal of the first day a record may be of; 0: any
    last_day: int = 0  # and of the last; records without a day are of none
    counted: tuple[str, ...] = FACETS  # what the reader sees counts of
    only: frozenset[str] | None = None  # families among which is searched; None: all
    without: frozenset[str] = frozenset()  # families or keys that the index holds and the database does not show


@dataclass(frozen=True)
class Answer:
    """The keys of the documents on a page, how many there are in all, and how many under each choice."""

    keys: list[str]
    total: int
    facets: dict[str, Counter[str]]


class Engine(Protocol):
    """An index of documents that answers enquiries and follows the entries."""

    name: str  # of the index
    audiences: tuple[str, ...]
    by_item: bool  # whether each language of a record is a document of its own
    is_remote: bool  # whether it is another machine's to answer

    @property
    def label(self) -> str:
        """The engine and its index, as reports name it."""

    def search(self, enquiry: Enquiry) -> Answer:
        """Answer, or raise EngineFailedError."""

    def state(self) -> State:
        """What the index was built from, or raise EngineFailedError."""

    def write(self, change: Change, refuse: Refuse) -> None:
        """Take in a change. What the engine can never take is named to `refuse`; the rest goes on."""

    def rebuild(self, documents: Iterable[Document], state: State, refuse: Refuse) -> int | None:
        """Build the index anew beside the living one and change them over; None if somebody else is doing it."""

    def tally(self) -> dict[str, Tally]:
        """What each bucket of families holds."""

    def marks(self, bucket: str) -> dict[str, int]:
        """The keys of the documents in a bucket, and the sum of the change numbers of each."""
