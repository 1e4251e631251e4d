"""What is asked, beside what is public or was returned: one row a field or block, with the kind of change."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from . import words_changed
from .readings import Piece, pieces


@dataclass(frozen=True)
class Row:
    """One field or block, before and after."""

    key: str
    field: str
    label: str
    kind: str
    left: str
    right: str
    left_image: Any = None
    right_image: Any = None

    @property
    def is_same(self) -> bool:
        return self.kind == "same"

    @property
    def word(self) -> str:
        """The kind of change, in a word."""
        words = {
            "figures": _("figures changed"),
            "words": pgettext("kind of change", "changed"),
            "image": _("picture changed"),
            "added": pgettext("kind of change", "added"),
            "removed": pgettext("kind of change", "removed"),
            "same": _("unchanged"),
            "beside": "",
        }
        return words[self.kind]


def between(before: Any, after: Any) -> list[Row]:
    """The changes from one text to another, in the order of the second."""
    return [compared(old, new) for old, new in paired(pieces(before), pieces(after)) if said(old) or said(new)]


def alone(item: Any) -> list[Row]:
    """A text of which nobody has read anything yet: as it is, nothing marked."""
    return [beside(None, piece) for piece in pieces(item) if said(piece)]


def parallel(source: Any, translation: Any) -> list[Row]:
    """A text beside its source, block by block: other words on purpose, so nothing is marked."""
    pairs = in_step(pieces(source), pieces(translation))
    return [beside(old, new) for old, new in pairs if said(old) or said(new)]


def said(piece: Piece | None) -> bool:
    return piece is not None and bool(piece.text or piece.image)


def paired(before: list[Piece], after: list[Piece]) -> Iterator[tuple[Piece | None, Piece | None]]:
    """Pieces with the same key side by side; what was taken out stands where it stood."""
    old, new = {piece.key: piece for piece in before}, {piece.key: piece for piece in after}
    matcher = difflib.SequenceMatcher(None, list(old), list(new), autojunk=False)
    for change, a, b, c, d in matcher.get_opcodes():
        if change in ("delete", "replace"):
            yield from ((piece, None) for piece in before[a:b] if piece.key not in new)
        if change in ("insert", "replace", "equal"):
            yield from ((old.get(piece.key), piece) for piece in after[c:d])


def in_step(source: list[Piece], translation: list[Piece]) -> Iterator[tuple[Piece | None, Piece | None]]:
    """Fields by name, blocks by their place."""
    left, right = by_place(source), by_place(translation)
    for place in [*right, *(place for place in left if place not in right)]:
        yield left.get(place), right.get(place)


def by_place(found: list[Piece]) -> dict[tuple[str, int], Piece]:
    places: dict[tuple[str, int], Piece] = {}
    for piece in found:
        place = sum(1 for name, _number in places if name == piece.field)
        places[piece.field, place] = piece
    return places


def compared(old: Piece | None, new: Piece | None) -> Row:
    """One row with its changes marked."""
    before, after = old.text if said(old) and old else "", new.text if said(new) and new else ""
    kind = kind_of(old, new)
    if kind == "added":
        left, right = SafeString(), words_changed.whole("ins", after)
    elif kind == "removed":
        left, right = words_changed.whole("del", before), SafeString()
    else:
        left, right = words_changed.side_by_side(before, after)
    return row(kind, old, new, left, right)


def kind_of(old: Piece | None, new: Piece | None) -> str:
    if old is None or not said(old):
        return "added"
    if new is None or not said(new):
        return "removed"
    if old.image != new.image:
        return "image"
    if old.text == new.text:
        return "same"
    return "figures" if words_changed.only_figures(old.text, new.text) else "words"


def beside(old: Piece | None, new: Piece | None) -> Row:
    left, right = (words_changed.plain(piece.text) if piece else "" for piece in (old, new))
    return row("beside", old, new, left, right)


def row(kind: str, old: Piece | None, new: Piece | None, left: str, right: str) -> Row:
    known = new or old
    assert known is not None  # noqa: S101  (one of the two is there: the callers pair what exists)
    pictures = (old.image if old else None, new.image if new else None)
    return Row(known.key, known.field, known.label, kind, left, right, *pictures)


def runs(rows: list[Row]) -> list[dict[str, Any]]:
    """Rows with the unchanged ones folded together, run by run."""
    folded: list[dict[str, Any]] = []
    for each in rows:
        if not folded or folded[-1]["is_same"] != each.is_same:
            folded.append({"is_same": each.is_same, "rows": []})
        folded[-1]["rows"].append(each)
    return folded
