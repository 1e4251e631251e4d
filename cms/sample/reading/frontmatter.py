"""The head of a text file: TOML between two lines of plus signs, then the text itself."""

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

FENCE = "+++"


class UnreadableTextError(ValueError):
    """A file of the sample archive that does not follow its own rules."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.name}: {reason}")


def read_text(path: Path) -> str:
    """Return the text of a file with composed Vietnamese letters."""
    return unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))


def read_toml(path: Path) -> dict[str, Any]:
    """Return a data file as a dictionary."""
    return _parse(path, read_text(path))


def read_front_matter(path: Path) -> tuple[dict[str, Any], str]:
    """Return the facts at the head of a text file, and the text below them."""
    opening, fence, rest = read_text(path).partition(f"{FENCE}\n")
    head, closing, body = rest.partition(f"\n{FENCE}\n")
    if opening.strip() or not fence or not closing:
        raise UnreadableTextError(path, "the head must stand between two lines of +++")
    return _parse(path, head), body.strip()


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableTextError(path, str(error)) from error
