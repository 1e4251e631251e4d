"""Queries and what people judged of the answers: 3 is the answer, 2 a good one, 1 related."""

import tomllib
from dataclasses import dataclass, field
from math import log2
from pathlib import Path

FILE = Path(__file__).resolve().parent / "queries.toml"
AT = 10


@dataclass(frozen=True, eq=False)
class Query:
    """What somebody typed, the language in which they read, and the records that would help them."""

    typed: str
    language: str
    about: str = ""
    records: dict[str, int] = field(default_factory=dict)

    def recall(self, found: list[str]) -> float:
        """How much of what would help stands among the first ten."""
        return len(self.records.keys() & set(found[:AT])) / min(len(self.records), AT)

    def gain(self, found: list[str]) -> float:
        """How near the order of the first ten is to the best there could be (nDCG)."""
        best = sorted(self.records.values(), reverse=True)
        return discounted([self.records.get(key, 0) for key in found]) / discounted(best)


def discounted(grades: list[int]) -> float:
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades[:AT]))


def read(name: str) -> list[Query]:
    return [Query(**row) for row in tomllib.loads(FILE.read_text(encoding="utf-8"))[name]]
