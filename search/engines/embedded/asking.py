"""From a question to the query tantivy runs. Nothing typed reaches its own parsers: 3,000 brackets kill a process."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tantivy import FieldType, Occur, Query, Searcher

from ... import languages
from ...documents import EVERYBODY
from ...fields import (
    A_NUMBER,
    ADDED_BOOST,
    BOOSTS,
    FEW,
    KEYWORDS_BOOST,
    NAMED,
    OWN_LANGUAGE,
    WHOLE,
    TextField,
    fewest,
    fewest_in_names,
    text_fields,
)
from ...particles import singly, weighty
from ...questions import Question, Term, own
from ...text import Token
from .. import Enquiry, Scope
from .schema import schema


def any_of(queries: list[Query], at_least: int = 1) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries], at_least)


def all_of(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])


def none_of(queries: list[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, Query.all_query()), *((Occur.MustNot, query) for query in queries)])


def one_in(name: str, values: list[str] | tuple[str, ...]) -> Query:
    """Documents that hold one of these values; it filters and never changes the ranking."""
    return Query.const_score_query(Query.term_set_query(schema(), name, list(values)), 0.0)


def holds(name: str, value: str, boost: float = 1.0) -> Query:
    return Query.boost_query(Query.term_query(schema(), name, value, index_option="freq"), boost)


def spelled(word: Token, form: str) -> str:
    return {"exact": word.exact, "folded": word.folded}.get(form) or languages.stem(form, word.folded)


@dataclass(frozen=True)
class Manner:
    """How words are asked for: which forms and parts stay out, and in which index their rarity is weighed."""

    searcher: Searcher
    left_out: tuple[str, ...] = ()

    def fields(self) -> Iterator[TextField]:
        out = ("pairs", *self.left_out)
        return (field for field in text_fields() if field.form not in out and field.part not in out)

    def in_names(self) -> "Manner":
        """The same in titles and among names."""
        return replace(self, left_out=(*self.left_out, "body"))

    def boost(self, field: TextField, value: str = "") -> float:
        """The field's weight, as if rarity and length were counted over the records that have the language alone.

        tantivy counts over all records, so a word of a language that few records have would seem rare.
        """
        having = self.searcher.doc_freq("language", field.language)
        everything = max(self.searcher.num_docs, having)
        if having in (0, everything):
            return field.boost
        holding = min(self.searcher.doc_freq(field.name, value), having) if value else 0
        ours, theirs = rarity(everything, holding), rarity(having, holding)
        length = (1 + 1.2 * (0.25 + 0.75 * everything / having)) / 2.2
        return field.boost * length * (theirs / ours if value else 1.0)


def rarity(records: int, holding: int) -> float:
    return math.log(1 + (records - holding + 0.5) / (holding + 0.5))


def one_word(word: Token, manner: Manner) -> Query:
    """A word in every field that could hold it."""
    found = [holds("keywords", word.folded, KEYWORDS_BOOST)] if "folded" not in manner.left_out else []
    for field in manner.fields():
        if word.is_gram and len(word.folded) == 1 and field.form == "folded":
            begins = Query.fuzzy_term_query(schema(), field.name, word.folded, distance=0, prefix=True)
            found.append(Query.boost_query(begins, manner.boost(field)))
        elif field.form == "folded" or not word.is_gram:
            value = spelled(word, field.form)
            found.append(holds(field.name, value, manner.boost(field, value)))
    return any_of(found)


def one_term(term: Term, manner: Manner) -> Query:
    if term.facet:
        return Query.const_score_query(Query.term_set_query(schema(), term.facet, list(term.values)), 1.0)
    if not term.is_phrase or len(term.words) < 2:  # a phrase of a single word makes tantivy panic
        return all_of([one_word(word, manner) for word in term.words])
    fields = [field for field in manner.fields() if field.form != "exact"]
    return any_of([phrase(field, term, manner.boost(field)) for field in fields])


def phrase(field: TextField, term: Term, boost: float) -> Query:
    words: list[Any] = [spelled(word, field.form) for word in term.words]
    return Query.boost_query(Query.phrase_query(schema(), field.name, words), boost)


def matching(question: Question, searcher: Searcher) -> Query:
    """What holds enough of the words; a phrase must stand there. The exact form only ranks."""
    manner = Manner(searcher, () if question.has_accents else ("exact",))
    ranking = [*called(question, searcher), *neighbours(question)]
    found = Query.boolean_query([(Occur.Must, q) for q in musts(question, manner)] + ranking)
    if question.numbers:
        number = Query.const_score_query(Query.term_set_query(schema(), "number", list(question.numbers)), A_NUMBER)
        found = any_of([found, number])
    banned = [(Occur.MustNot, one_term(term, unwanted_manner(term, searcher))) for term in question.unwanted]
    return Query.boolean_query([(Occur.Must, found), *banned])


def musts(question: Question, manner: Manner) -> list[Query]:
    wanted = weighty(question.wanted)
    found = [one_group(group, manner) for group in wanted if group[0].is_phrase]
    if loose := [group for group in wanted if not group[0].is_phrase]:
        found.append(enough(loose, manner))
    return found or [Query.const_score_query(Query.all_query(), 1.0)]


def enough(loose: list[tuple[Term, ...]], manner: Manner) -> Query:
    """Nearly all of the words anywhere, or most of them in the title and among the names."""
    anywhere = any_of([one_group(group, manner) for group in loose], fewest(len(loose)))
    names = [one_group(group, manner.in_names()) for group in singly(loose)]
    if fewest_in_names(len(names)) == len(names):
        return anywhere
    if len(loose) <= FEW:
        anywhere = all_of([anywhere, Query.const_score_query(Query.all_query(), WHOLE)])
    return any_of([anywhere, any_of(names, fewest_in_names(len(names)))])


def one_group(group: Sequence[Term], manner: Manner) -> Query:
    """Any of the ways to say something; those that nobody typed weigh less."""
    ways = [(one_term(term, manner), term.is_added) for term in group]
    return any_of([Query.boost_query(query, ADDED_BOOST) if is_added else query for query, is_added in ways])


def called(question: Question, searcher: Searcher) -> list[tuple[Occur, Query]]:
    """What is called by all the words."""
    names = Manner(searcher, ("exact",)).in_names()
    words = [one_group(own(group), names) for group in weighty(question.wanted)]
    return [(Occur.Should, Query.const_score_query(all_of(words), NAMED))] if words else []


def neighbours(question: Question) -> list[tuple[Occur, Query]]:
    """Words that stand side by side in a Vietnamese title weigh more: nhã nhạc before scattered nhã and nhạc."""
    if "vi" not in languages.codes():
        return []
    name, boost = TextField("title", "vi", "pairs").name, BOOSTS["title"]["pairs"]
    return [(Occur.Should, holds(name, pair, boost)) for pair in question.neighbours]


def unwanted_manner(term: Term, searcher: Searcher) -> Manner:
    """An unwanted word typed with accents is meant exactly."""
    exactly = term.words[0].has_accents and not term.is_phrase
    return Manner(searcher, ("folded", *languages.STEMMED.values()) if exactly else ("exact",))


def within(scope: Scope) -> Query:
    """The documents a reader may find."""
    own = one_in("access", scope.tokens)
    if scope.public_except is None:
        return own
    public = all_of([one_in("access", (EVERYBODY,)), none_of([one_in("agency", scope.public_except)])])
    return Query.const_score_query(any_of([own, public]), 0.0)


def limits(enquiry: Enquiry, leaving_out: str = "") -> Query:
    """What the reader may find and chose, save one facet that is being counted."""
    needed = [within(enquiry.scope)]
    needed += [one_in(name, values) for name, values in enquiry.chosen.items() if values and name != leaving_out]
    if enquiry.first_day or enquiry.last_day:
        needed.append(Query.const_score_query(days(enquiry), 0.0))
    if enquiry.only is not None:
        needed.append(one_in("family", sorted(enquiry.only)))
    if enquiry.without:
        gone = [one_in(name, list(enquiry.without)) for name in ("family", "key")]
        needed.append(Query.const_score_query(none_of(gone), 0.0))
    return all_of(needed)


def days(enquiry: Enquiry) -> Query:
    """Records of a stretch of days; one that has no day keeps zero and is in none."""
    last = enquiry.last_day or None
    return Query.range_query(schema(), "day", FieldType.Unsigned, max(enquiry.first_day, 1), last)


def ranked(query: Query, language: str) -> Query:
    """The same documents, those in the reader's language first."""
    own = Query.const_score_query(Query.term_query(schema(), "language", language), OWN_LANGUAGE)
    return Query.boolean_query([(Occur.Must, query), (Occur.Should, own)])
