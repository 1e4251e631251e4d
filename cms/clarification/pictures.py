"""A hash by which a picture is known again after it was made smaller or saved anew."""

from __future__ import annotations

from typing import Any

from PIL import Image

SIDE = 8
NEAR = 10  # bits of 64 that may differ


def picture_hash(file: Any) -> int:
    """64 bits: whether each of 8 × 8 places is lighter than the one to its right. Signed, as databases keep it."""
    file.seek(0)
    with Image.open(file) as picture:
        small = picture.convert("L").resize((SIDE + 1, SIDE), Image.Resampling.LANCZOS)
    light = small.tobytes()
    rows = [light[row * (SIDE + 1) : (row + 1) * (SIDE + 1)] for row in range(SIDE)]
    bits = "".join("1" if row[place] > row[place + 1] else "0" for row in rows for place in range(SIDE))
    file.seek(0)
    return int.from_bytes(int(bits, 2).to_bytes(8, "big"), "big", signed=True)


def are_alike(one: int, other: int) -> bool:
    return ((one ^ other) & (2**64 - 1)).bit_count() <= NEAR
