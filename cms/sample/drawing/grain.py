"""What wood and paper leave in a print: the streaks of the board and the tooth of the sheet.

The noise comes from a seeded generator of our own, because Pillow's differs from run to run. It is made once
a process and shared by all pictures, each of which takes its own piece of it.
"""

from functools import lru_cache
from random import Random

from PIL import Image

REACH = 2600


def noise(seed: int, across: int, down: int, size: tuple[int, int]) -> Image.Image:
    """A cloud of grey values, `across` by `down` cells, stretched to a size."""
    cells = Image.frombytes("L", (across, down), Random(seed).randbytes(across * down))
    return cells.resize(size, Image.Resampling.BICUBIC)


def swells(seed: int, across: int, down: int, size: tuple[int, int]) -> Image.Image:
    """The same cloud in fractions, for outlines that must not show steps of grey."""
    cells = Image.frombytes("L", (across, down), Random(seed).randbytes(across * down))
    return cells.convert("F").resize(size, Image.Resampling.BICUBIC)


@lru_cache(maxsize=1)
def board() -> Image.Image:
    """How much ink the wood gives: nearly all of it, less along the streaks."""
    streaks = noise(3, 60, 520, (REACH, REACH))
    clouds = noise(5, 110, 80, (REACH, REACH))
    return Image.blend(streaks, clouds, 0.55).point([228 + value * 27 // 255 for value in range(256)])


@lru_cache(maxsize=1)
def paper() -> Image.Image:
    """The tooth of the paper: fine fibres, a few per cent lighter or darker."""
    fibres = Image.blend(noise(7, 900, 500, (REACH, REACH)), noise(11, 300, 300, (REACH, REACH)), 0.5)
    return fibres.point([238 + value * 17 // 255 for value in range(256)])


def piece(grain: Image.Image, size: tuple[int, int], rng: Random) -> Image.Image:
    """Cut a piece of this size from anywhere in the grain."""
    left = rng.randrange(grain.width - size[0])
    top = rng.randrange(grain.height - size[1])
    return grain.crop((left, top, left + size[0], top + size[1]))
