"""A question together with everything that means the same: synonyms, other languages, former and later names.

It happens when a question is asked, so that a list changed now counts with the next question and nothing is rebuilt.
"""

from collections.abc import Iterator
from dataclasses import replace

from . import lists
from .bodies import Body
from .lists import Key, Lists
from .questions import Question, Term
from .text import Token

MOST_WAYS = 12  # other ways to say one thing
MOST_ADDED = 40  # in a whole question

Group = tuple[Term, ...]


def widened(question: Question, language: str) -> Question:
    """The same question; each run of words that has other names is content with any of them."""
    known = lists.looked_at()
    groups: list[Group] = []
    room, at = MOST_ADDED, 0
    while at < len(question.wanted):
        length, added = longest_known(question.wanted[at:], known, language)
        ways = added[: min(MOST_WAYS, room)]
        groups += [(*typed(question.wanted[at : at + length]), *ways)] if ways else question.wanted[at : at + length]
        room -= len(ways)
        at += length
    return replace(question, wanted=tuple(groups))


def longest_known(groups: tuple[Group, ...], known: Lists, language: str) -> tuple[int, list[Term]]:
    """How many groups from the first on say something that has other names, and these; one group if none."""
    key = plain_words(groups)
    for words in range(min(len(key), known.longest), 0, -1):
        length = groups_holding(groups, words)
        if length and (added := other_ways(key[:words], known, language)):
            return length, added
    return 1, []


def plain_words(groups: tuple[Group, ...]) -> Key:
    """The words up to the first group in which a reader has said more than a word."""
    key: Key = ()
    for group in groups:
        if not is_plain(group):
            break
        key += tuple(word.folded for word in group[0].words)
    return key


def is_plain(group: Group) -> bool:
    """One word, or a run of a script without spaces, which is a phrase only to us. A phrase in quotes stays."""
    return len(group) == 1 and (not group[0].is_phrase or group[0].words[0].is_gram)


def groups_holding(groups: tuple[Group, ...], words: int) -> int:
    """How many groups hold exactly these first words; none if the last would be torn."""
    held = 0
    for number, group in enumerate(groups, 1):
        held += len(group[0].words)
        if held >= words:
            return number if held == words else 0
    return 0


def typed(groups: tuple[Group, ...]) -> Group:
    """What was typed: as before if it is one group, else all its words, better side by side."""
    if len(groups) == 1:
        return groups[0]
    words = tuple(word for group in groups for word in group[0].words)
    return Term(words), Term(words, is_phrase=True)


def other_ways(key: Key, known: Lists, language: str) -> list[Term]:
    """Synonyms, then the records of the territories and agencies of this name, then their other names."""
    ways = [way for meaning in known.meanings.get(key, ()) if meaning.suits(language) for way in meaning.ways]
    bodies = known.bodies.named.get(key, [])
    marked = list(tagged(bodies)) if bodies else []
    return [*said(ways), *marked, *said(name for body in bodies for name in names_around(body, key))]


def said(ways: Iterator[tuple[Token, ...]] | list[tuple[Token, ...]]) -> list[Term]:
    different = {tuple(word.folded for word in way): way for way in ways}
    return [Term(way, is_phrase=len(way) > 1, is_added=True) for way in different.values()]


def tagged(bodies: list[Body]) -> Iterator[Term]:
    """Records that are marked as theirs, or as those of whoever was before or came after."""
    for facet in ("place", "agency"):
        numbers = {each.pk for body in bodies if body.facet == facet for each in (body, *body.line)}
        if numbers:
            yield Term((), is_added=True, facet=facet, values=tuple(map(str, sorted(numbers))))


def names_around(body: Body, key: Key) -> Iterator[tuple[Token, ...]]:
    """What those before and after it are called. A bare name may mean other things: it brings full names only."""
    is_full = key in body.full
    for other in body.line:
        names = {**other.full, **other.short} if is_full else other.full
        yield from (name for way, name in names.items() if way != key and len(way) > 1)
