"""Words that only hold a question together: they help to rank, and no record is left out because it lacks one.

Without accents many of them are other words of the other language: "the" is thể as well. So the English ones count as
such only beside a word that cannot be Vietnamese, and the Vietnamese ones only in a question typed with accents.
"""

import re
from collections.abc import Sequence

from .questions import Term
from .text import spell

ENGLISH_ONES = """
    a about an and are as at be by can could did do does for from how i in is it its me my of on our that the there
    this to was we were what when where which who whom why will with you your
"""
VIETNAMESE_ONES = """
    ai bởi các có cho của do để đâu đã được gì khi là làm mấy mà nào như những ở sao thế thì trong từ về và vì với
"""
ENGLISH = frozenset(ENGLISH_ONES.split())
VIETNAMESE = frozenset(spell(word)[0] for word in VIETNAMESE_ONES.split())
SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?"
)
LEFT = 2  # Vietnamese syllables that must remain: one alone says too little

Group = tuple[Term, ...]


def weighty(wanted: Sequence[Group]) -> list[Group]:
    """What a record is asked for, each once, in the order in which it was typed."""
    once = list({tuple(spelling(term) for term in group): group for group in wanted}.values())
    words = [word for group in once for word in group[0].words]
    if any(word.has_accents for word in words):
        kept = [group for group in once if not is_one_of(group, VIETNAMESE)]
        return kept if len(kept) >= LEFT else once
    if all(SYLLABLE.fullmatch(word.folded) for word in words):
        return once
    return [group for group in once if not is_one_of(group, ENGLISH)] or once


def singly(groups: Sequence[Group]) -> list[Group]:
    """The same, each typed word by itself, also where several together have other names."""
    found: list[Group] = []
    for group in groups:
        words = group[0].words
        found += [group] if len(words) < 2 or group[0].is_phrase else [(Term((word,)),) for word in words]
    return found


def spelling(term: Term) -> str:
    return " ".join(word.folded for word in term.words)


def is_one_of(group: Group, particles: frozenset[str]) -> bool:
    """Is it a single such word? In a phrase each word counts, and with OR the reader wants either."""
    return len(group) == 1 and not group[0].is_phrase and group[0].words[0].exact in particles
