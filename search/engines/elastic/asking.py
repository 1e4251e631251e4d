"""From a question to a request. Nothing typed reaches the server's own query language."""

from collections.abc import Iterable, Sequence
from typing import Any

from elasticsearch_dsl import Q, Search
from elasticsearch_dsl.query import Query

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
from .. import NEWEST, RELEVANCE, Enquiry, Scope
from .counting import count


def request(enquiry: Enquiry, *, start: int, size: int) -> Search:
    """One request for the page, the total and every facet."""
    query = Q("bool", must=[matching(enquiry.question)], filter=limits(enquiry), should=[own_language(enquiry)])
    asked = Search().query(query).source(False).extra(track_total_hits=True, **{"from": start, "size": size})
    if chosen := choices(enquiry.chosen):
        asked = asked.post_filter(Q("bool", filter=list(chosen.values())))
    count(asked.aggs, enquiry.counted, chosen)
    return asked.sort(*ordering(enquiry.order))


def own_language(enquiry: Enquiry) -> Query:
    return Q("constant_score", filter=Q("term", language=enquiry.language), boost=OWN_LANGUAGE)


def ordering(order: str) -> list[Any]:
    """The key parts equals, so that no record stands on two pages."""
    if order == RELEVANCE:
        return ["_score", {"day": "desc"}, "key"]
    return [{"day": "desc" if order == NEWEST else "asc"}, "key"]


def choices(chosen: dict[str, tuple[str, ...]]) -> dict[str, Query]:
    return {facet: Q("terms", **{facet: list(values)}) for facet, values in chosen.items() if values}


def matching(question: Question) -> Query:
    """What holds enough of the words; a phrase must stand there. The exact form only ranks."""
    left_out = () if question.has_accents else ("exact",)
    found = Q("bool", must=musts(question, left_out), should=[*called(question), *neighbours(question)])
    if question.numbers:
        number = Q("constant_score", filter=Q("terms", number=list(question.numbers)), boost=A_NUMBER)
        found = any_of([found, number])
    banned = [one_term(term, left_out_of_unwanted(term)) for term in question.unwanted]
    return Q("bool", must=[found], must_not=banned)


def musts(question: Question, left_out: tuple[str, ...]) -> list[Query]:
    wanted = weighty(question.wanted)
    found = [one_group(group, left_out) for group in wanted if group[0].is_phrase]
    if loose := [group for group in wanted if not group[0].is_phrase]:
        found.append(enough(loose, left_out))
    return found or [Q("match_all")]


def enough(loose: list[tuple[Term, ...]], left_out: tuple[str, ...]) -> Query:
    """Nearly all of the words anywhere, or most of them in the title and among the names."""
    anywhere = any_of([one_group(group, left_out) for group in loose], fewest(len(loose)))
    names = [one_group(group, (*left_out, "body")) for group in singly(loose)]
    if fewest_in_names(len(names)) == len(names):
        return anywhere
    if len(loose) <= FEW:
        anywhere = Q("bool", must=[anywhere, Q("constant_score", filter=Q("match_all"), boost=WHOLE)])
    return any_of([anywhere, any_of(names, fewest_in_names(len(names)))])


def one_group(group: Sequence[Term], left_out: tuple[str, ...]) -> Query:
    """Any of the ways to say something; those that nobody typed weigh less."""
    ways = [(one_term(term, left_out), term.is_added) for term in group]
    return any_of([Q("bool", must=[query], boost=ADDED_BOOST) if is_added else query for query, is_added in ways])


def called(question: Question) -> list[Query]:
    """What is called by all the words."""
    words = [one_group(own(group), ("exact", "body")) for group in weighty(question.wanted)]
    return [Q("constant_score", filter=Q("bool", filter=words), boost=NAMED)] if words else []


def any_of(queries: list[Query], at_least: int = 1) -> Query:
    return queries[0] if len(queries) == 1 else Q("bool", should=queries, minimum_should_match=at_least)


def one_term(term: Term, left_out: tuple[str, ...]) -> Query:
    if term.facet:
        return Q("constant_score", filter=Q("terms", **{term.facet: list(term.values)}), boost=1.0)
    if not term.is_phrase or len(term.words) < 2:
        words = [one_word(word, left_out) for word in term.words]
        return words[0] if len(words) == 1 else Q("bool", must=words)
    return any_of([phrase(field, term) for field in fields(left_out) if field.form != "exact"])


def fields(left_out: Iterable[str]) -> list[TextField]:
    """The fields that are asked, without these forms and parts."""
    out = ("pairs", *left_out)
    return [field for field in text_fields() if field.form not in out and field.part not in out]


def one_word(word: Token, left_out: tuple[str, ...]) -> Query:
    """A word in every field that could hold it."""
    found = [holds("keywords", word.folded, KEYWORDS_BOOST)] if "folded" not in left_out else []
    for field in fields(left_out):
        if word.is_gram and len(word.folded) == 1 and field.form == "folded":
            found.append(Q("prefix", **{field.name: {"value": word.folded, "boost": field.boost}}))
        elif field.form == "folded" or not word.is_gram:
            found.append(holds(field.name, spelled(word, field.form), field.boost))
    return any_of(found)


def holds(name: str, value: str, boost: float) -> Query:
    return Q("term", **{name: {"value": value, "boost": boost}})


def spelled(word: Token, form: str) -> str:
    return {"exact": word.exact, "folded": word.folded}.get(form) or languages.stem(form, word.folded)


def phrase(field: TextField, term: Term) -> Query:
    words = " ".join(spelled(word, field.form) for word in term.words)
    return Q("match_phrase", **{field.name: {"query": words, "boost": field.boost}})


def neighbours(question: Question) -> list[Query]:
    """Words that stand side by side in a Vietnamese title weigh more: nhã nhạc before scattered nhã and nhạc."""
    if "vi" not in languages.codes():
        return []
    name, boost = TextField("title", "vi", "pairs").name, BOOSTS["title"]["pairs"]
    return [holds(name, pair, boost) for pair in question.neighbours]


def left_out_of_unwanted(term: Term) -> tuple[str, ...]:
    """An unwanted word typed with accents is meant exactly."""
    exactly = term.words[0].has_accents and not term.is_phrase
    return ("folded", *languages.STEMMED.values()) if exactly else ("exact",)


def within(scope: Scope) -> Query:
    """The documents a reader may find."""
    own = Q("terms", access=list(scope.tokens))
    if scope.public_except is None:
        return own
    elsewhere = Q("bool", filter=[Q("term", access=EVERYBODY)], must_not=[Q("terms", agency=list(scope.public_except))])
    return any_of([own, elsewhere])


def limits(enquiry: Enquiry) -> list[Query]:
    """What the reader may find at all, whatever was chosen."""
    needed = [within(enquiry.scope)]
    if enquiry.first_day or enquiry.last_day:
        needed.append(days(enquiry))
    if enquiry.only is not None:
        needed.append(Q("terms", family=sorted(enquiry.only)))
    if enquiry.without:
        gone = sorted(enquiry.without)
        needed.append(Q("bool", must_not=[Q("terms", family=gone), Q("terms", key=gone)]))
    return needed


def days(enquiry: Enquiry) -> Query:
    """Records of a stretch of days; one that has no day keeps zero and is in none."""
    last = {"lte": enquiry.last_day} if enquiry.last_day else {}
    return Q("range", day={"gte": max(enquiry.first_day, 1), **last})
