"""Sentences by which a search for state-secret markings is measured."""

from pathlib import Path

from cms.sample.reading.frontmatter import read_toml


def innocent_sentences(folder: Path) -> list[str]:
    """Return ordinary sentences that only look like a marking."""
    return list(read_toml(folder / "secrecy_examples.toml")["innocent"])


def marked_texts(folder: Path) -> list[str]:
    """Return texts that carry a marking of state secrecy."""
    return list(read_toml(folder / "secrecy_examples.toml")["marked"])
