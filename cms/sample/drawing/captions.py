"""What is written about each picture: `cms/sample/texts/pictures.toml`, one table a picture."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

TEXTS = Path(__file__).resolve().parent.parent / "texts" / "pictures.toml"


@dataclass(frozen=True)
class Caption:
    """The words that go with one picture, in both languages, and when and where it is set."""

    name: str
    title_vi: str
    title_en: str
    caption_vi: str
    caption_en: str
    alt_vi: str
    alt_en: str
    credit_vi: str
    credit_en: str
    theme: str
    taken: date
    place: str


@lru_cache(maxsize=1)
def captions() -> dict[str, Caption]:
    """Every picture of the sample archive by name, in the order of the file."""
    tables = tomllib.loads(TEXTS.read_text(encoding="utf-8"))["pictures"]
    return {table["name"]: Caption(**table) for table in tables}
