"""The reader's words, choices and rights in; results, facets and highlights out."""

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import ceil

from . import due, following, hits, pins, spelling
from .engines import MAX_HITS, Answer, Engine, EngineFailedError, Enquiry, database
from .hits import Hit
from .questions import Question, read, with_letters
from .readers import Reader
from .text import written
from .widening import widened
from .wishes import Wish

TURNS = 3  # how often a page is asked anew when the database refuses a hit
STATEMENT = "statement"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Results:
    """A page of what was found."""

    wish: Wish
    question: Question
    hits: list[Hit]
    total: int
    facets: dict[str, Counter[str]]
    is_makeshift: bool = False  # the database answered, because no engine did
    is_stand_in: bool = False  # our own engine answered, because the server did not
    is_decoded: bool = False  # the keys of a Vietnamese keyboard were read as letters
    pinned: list[Hit] = field(default_factory=list)  # what editors put first
    meant: str = ""  # what may have been meant, if little was found and a word is known to no title

    @property
    def pages(self) -> int:
        return ceil(min(self.total, MAX_HITS) / self.wish.size)

    @property
    def is_answered(self) -> bool:
        """A statement stands on top, as for the address of an article: nothing else has to be found."""
        return any(hit.entry.kind == STATEMENT for hit in self.pinned)

    @property
    def own(self) -> list[Hit]:
        return [hit for hit in self.hits if hit.is_own_language]

    @property
    def others(self) -> list[Hit]:
        return [hit for hit in self.hits if not hit.is_own_language]

    @property
    def understood(self) -> str:
        """The words that were looked for."""
        return " ".join(written(word.exact) for word in self.question.typed)


def search(wish: Wish, reader: Reader) -> Results:
    """What a reader finds, under what editors put first, and perhaps what may have been meant."""
    results = answer_to(wish, reader)
    pinned = pins.pinned(wish, results.question, reader)
    families = {hit.entry.family for hit in pinned}
    others = [hit for hit in results.hits if hit.entry.family not in families]
    return replace(results, hits=others, pinned=pinned, meant=meant(results, reader))


def meant(results: Results, reader: Reader) -> str:
    """A question near the one typed, if it finds as much; a reader is offered nothing that leads nowhere."""
    wish = replace(results.wish.free(), size=1)
    if results.total >= spelling.FEW or results.is_decoded or not wish.typed:
        return ""
    words = spelling.put_right(results.question, wish.typed, wish.language)
    if not words:
        return ""
    second = answered(replace(wish, typed=words), read(words), reader)
    return words if second.total >= max(results.total, 1) else ""


def answer_to(wish: Wish, reader: Reader) -> Results:
    """The answer. If it is nothing, keys that no input method turned into letters are read as letters."""
    question = read(wish.typed)
    if wish.typed and question.is_empty:
        return Results(wish, question, [], 0, {facet: Counter() for facet in wish.counted})
    results = answered(wish, question, reader)
    decoded = with_letters(question) if not results.total else None
    if decoded is None:
        return results
    second = answered(wish, decoded, reader)
    return replace(second, is_decoded=True) if second.total else results


def answered(wish: Wish, question: Question, reader: Reader) -> Results:
    """Ask the server; while it does not answer, our own engine stands in."""
    enquiry = enquired(wish, question, reader)
    *servers, own = following.answering(reader.index)
    for server in servers:
        if found := ask_server(wish, enquiry, reader, server):
            return found
    return replace(ask_own(wish, enquiry, reader, own), is_stand_in=bool(servers))


def ask_server(wish: Wish, enquiry: Enquiry, reader: Reader, server: Engine) -> Results | None:
    """The server's answer, or None while it has none."""
    try:
        return ask_engine(wish, enquiry, reader, server)
    except EngineFailedError as error:
        logger.warning("The %s index did not answer: %s", server.label, error)
        failure = error
    try:
        return ask_engine(wish, enquiry, reader, server) if following.mend_remote(server, failure) else None
    except EngineFailedError as error:
        logger.warning("The %s index cannot be built: %s", server.label, error)
        return None


def ask_own(wish: Wish, enquiry: Enquiry, reader: Reader, engine: Engine) -> Results:
    try:
        return ask_engine(wish, enquiry, reader, engine)
    except EngineFailedError as error:
        logger.warning("The %s index did not answer: %s", engine.label, error)
        return after_failure(wish, enquiry, reader, engine)


def ask_engine(wish: Wish, enquiry: Enquiry, reader: Reader, engine: Engine) -> Results:
    ready = replace(enquiry, without=following.made_ready(engine))
    return checked(wish, ready, reader, engine.search)


def enquired(wish: Wish, question: Question, reader: Reader) -> Enquiry:
    """The wish as engines understand it; what means the same as its words will do as well."""
    return Enquiry(
        widened(question, wish.language),
        reader.scope,
        wish.language,
        due.in_days(dict(wish.chosen)),
        wish.order,
        max(wish.page, 1),
        wish.size,
        first_day=wish.first.toordinal() if wish.first else 0,
        last_day=wish.last.toordinal() if wish.last else 0,
        counted=wish.counted,
        only=wish.only,
    )


def after_failure(wish: Wish, enquiry: Enquiry, reader: Reader, engine: Engine) -> Results:
    """Build the index anew and ask again; while that takes long, the database answers."""
    try:
        if following.mend(engine):
            return checked(wish, enquiry, reader, engine.search)
    except EngineFailedError as error:
        logger.warning("The index %s cannot be built: %s", engine.name, error)
    makeshift = checked(wish, enquiry, reader, lambda asked: database.search(asked, engine))
    return replace(makeshift, is_makeshift=True)


def checked(wish: Wish, enquiry: Enquiry, reader: Reader, ask: Callable[[Enquiry], Answer]) -> Results:
    """Ask, and let the database confirm every hit. What it refuses is left out, and all is counted again without it."""
    for _turn in range(TURNS):
        answer, enquiry = asked(enquiry, ask)
        found = hits.found(answer.keys, enquiry, reader)
        if not found.refused:
            break
        enquiry = replace(enquiry, without=enquiry.without | set(found.refused))
    total = answer.total - len(found.refused)
    return Results(replace(wish, page=enquiry.page), enquiry.question, found.shown, total, answer.facets)


def asked(enquiry: Enquiry, ask: Callable[[Enquiry], Answer]) -> tuple[Answer, Enquiry]:
    """The answer; to a page past the end, that of the last page."""
    answer = ask(enquiry)
    if answer.keys or not answer.total or enquiry.page == 1:
        return answer, enquiry
    enquiry = replace(enquiry, page=ceil(min(answer.total, MAX_HITS) / enquiry.size))
    return ask(enquiry), enquiry
