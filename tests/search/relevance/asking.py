"""A question put to an index as the search page puts it, without the check of each hit against the database."""

from search import spelling
from search.engines import Enquiry, Scope
from search.questions import Question, read, with_letters
from search.widening import widened
from tests.search.relevance.judged import Query
from tests.search.shelves import Shelf

PUBLIC = Scope(("public",))


def found(shelf: Shelf, query: Query) -> list[str]:
    """The records that a reader is shown, the best first; where there is none, those of what may have been meant."""
    question = read(query.typed)
    if question.is_empty:
        return []
    keys = answered(shelf, question, query.language)
    decoded = with_letters(question) if not keys else None
    if decoded:
        keys = answered(shelf, decoded, query.language)
    meant = spelling.put_right(question, query.typed, query.language) if not keys else ""
    return answered(shelf, read(meant), query.language) if meant else keys


def answered(shelf: Shelf, question: Question, language: str) -> list[str]:
    return shelf.engine.search(Enquiry(widened(question, language), PUBLIC, language)).keys
