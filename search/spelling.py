"""“Did you mean”: a question with its unknown words put right from public titles, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from django.db.models import Exists, Q

from cms.core.prepared import Prepared

from . import lists, titles
from .curated import ListsMark
from .questions import Question
from .text import Token, clean, tokens
from .titles import EDGE, LONGEST_WORD, TitleStart, TitleWord

FEW = 3  # results that are few enough to doubt a word
SHORTEST, LONG = 3, 7  # letters of a word worth putting right; of one in which two slips are likely
MOST_UNKNOWN, MOST_CANDIDATES, MOST_LOOKED_AT = 3, 5, 400
LOOKS = 40  # titles in which the written form is looked for


@dataclass(frozen=True)
class Candidate:
    """A word of public titles that may have been meant."""

    word: str
    slips: int
    titles: int
    has_neighbour: bool = False  # it stands beside the same word in a title

    @property
    def rank(self) -> tuple[bool, int, int, str]:
        return not self.has_neighbour, self.slips, -self.titles, self.word


def put_right(question: Question, typed: str, language: str) -> str:
    """What may have been meant by what was typed, as titles write it; empty if every word is known."""
    words = [word for word in tokens(clean(typed)[:500]) if not word.is_gram]
    doubtful = unknown(words)
    if question.is_empty or not 0 < len(doubtful) <= MOST_UNKNOWN:
        return ""
    meant = {word: best(word, words) for word in doubtful}
    if not all(meant.values()):
        return ""
    return written(typed, words, meant, language)


def unknown(words: list[Token]) -> list[str]:
    """Words that stand in no public title, nor in the lists of editors."""
    asked = {word.folded for word in words if word.folded.isalpha() and SHORTEST <= len(word.folded) <= LONGEST_WORD}
    known = set(title_words(words=sorted(asked)))
    current = lists.current()
    listed = {word for key in (*current.meanings, *current.bodies.named) for word in key} if asked - known else set()
    return [word for word in dict.fromkeys(word.folded for word in words) if word in asked - known - listed]


title_words = Prepared(
    lambda *, words: TitleWord.objects.filter(word__in=words).values_list("word", flat=True), words=[str]
)


def best(word: str, words: list[Token]) -> str:
    """The likeliest of the words that are a slip or two away."""
    near = sorted(candidates(word), key=lambda each: each.rank)[:MOST_CANDIDATES]
    found = beside(near, *neighbours(word, words)) if len(near) > 1 else near
    return min(found, key=lambda each: each.rank).word if found else ""


def candidates(word: str) -> Iterator[Candidate]:
    """Words one slip away; of a long word, also those two away that begin or end alike."""
    near = slipped(word)
    alike = Q(word__in=near)
    if len(word) >= LONG:
        alike |= Q(head=word[:EDGE]) | Q(tail=word[-EDGE:])
    rows = TitleWord.objects.filter(alike).order_by("-titles").values_list("word", "titles")
    for known, count in rows[:MOST_LOOKED_AT]:
        if known in near:
            yield Candidate(known, near[known], count)
        elif abs(len(known) - len(word)) <= 2 and slips(word, known) <= 2:
            yield Candidate(known, 3, count)


def slipped(word: str) -> dict[str, int]:
    """Every word one slip away: two letters changed over, else one too few, too many or another."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = {a + letter + b[1:]: 2 for a, b in cuts if b for letter in ascii_lowercase}
    found |= {a + letter + b: 2 for a, b in cuts for letter in ascii_lowercase}
    found |= {a + b[1:]: 2 for a, b in cuts if b}
    found |= {a + b[1] + b[0] + b[2:]: 1 for a, b in cuts if len(b) > 1}
    found.pop(word, None)
    return found


def slips(one: str, other: str) -> int:
    """How many letters must be added, dropped, changed or changed over to make one word of the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for place, there in enumerate(other, 1):
            cost = min(last[place] + 1, here[-1] + 1, last[place - 1] + (letter != there))
            if row > 1 and place > 1 and letter == other[place - 2] and one[row - 2] == there:
                cost = min(cost, before[place - 2] + 1)
            here.append(cost)
        before, last = last, here
    return last[-1]


def neighbours(word: str, words: list[Token]) -> tuple[str, str]:
    """The word typed before and the one typed after; none is empty."""
    folded = ["", *(each.folded for each in words), ""]
    place = folded.index(word)
    return folded[place - 1], folded[place + 1]


def beside(near: list[Candidate], before: str, after: str) -> list[Candidate]:
    """The candidates, each saying whether a title holds it beside its neighbour. One question for all."""
    pairs: dict[str, str] = {}
    for number, each in enumerate(near):
        pairs |= {f"before{number}": f"{before} {each.word}"} if before else {}
        pairs |= {f"after{number}": f"{each.word} {after}"} if after else {}
    asked = {name: Exists(TitleStart.objects.filter(titles.anywhere(pair))) for name, pair in pairs.items()}
    answer = (ListsMark.objects.filter(pk=1).values(**asked).first() or {}) if asked else {}
    return [
        Candidate(each.word, each.slips, each.titles, bool(answer.get(f"before{n}") or answer.get(f"after{n}")))
        for n, each in enumerate(near)
    ]


def written(typed: str, words: list[Token], meant: dict[str, str], language: str) -> str:
    """The question with the words put right, in the letters of a title that holds them."""
    run = [meant.get(word.folded, word.folded) for word in words]
    letters = as_in_titles(" ".join(run), language)
    text, at, pieces = clean(typed), 0, []
    for place, word in enumerate(words):
        is_new = word.folded in meant
        said = letters[place] if letters else one_as_in_titles(run[place], language) if is_new else ""
        own = text[word.start : word.end]
        pieces += [text[at : word.start], like(own, said) if is_new or (said and not word.has_accents) else own]
        at = word.end
    return ("".join(pieces) + text[at:]).strip()


def like(own: str, said: str) -> str:
    """In capitals as it was typed."""
    if own.isupper() and len(own) > 1:
        return said.upper()
    return said[:1].upper() + said[1:].lower() if own[:1].isupper() else said.lower()


def one_as_in_titles(word: str, language: str) -> str:
    return "".join(as_in_titles(word, language)) or word


def as_in_titles(folded: str, language: str) -> list[str]:
    """How public titles write this run of words: the reader's language first, then the commonest way; empty if none."""
    rows = TitleStart.objects.filter(titles.anywhere(folded)).select_related("entry")[:LOOKS]
    ways: dict[tuple[str, ...], int] = {}
    for row in rows:
        if way := run_in(row.entry.title, folded.split()):
            ways[way] = ways.get(way, 0) + 1 + LOOKS * (row.language == language)
    commonest = sorted(ways, key=lambda way: (ways[way], way))[-1:]
    return [word for way in commonest for word in way]


def run_in(title: str, run: list[str]) -> tuple[str, ...]:
    """These words as a title has them."""
    words = list(tokens(title))
    for place in range(len(words) - len(run) + 1):
        here = words[place : place + len(run)]
        if [word.folded for word in here] == run:
            return tuple(title[word.start : word.end].lower() for word in here)
    return ()
