"""Land: ridges one behind another, limestone, dunes, and the mist that lies between."""

from collections.abc import Sequence

from cms.sample.drawing.block import Block
from cms.sample.drawing.curves import bezier, ridge, wave
from cms.sample.drawing.sheet import Sheet


def hills(
    sheet: Sheet, level: float, height: float, colour: str, to: str, roughness: int = 5, foot: float | None = None
) -> Block:
    """One ridge across the picture, fading into the second colour at its foot."""
    with sheet.block(colour, to) as block:
        line = ridge(sheet.rng, sheet.width, level, height, roughness)
        block.below(line, bottom=foot or level + 4)
    return block


def ground(sheet: Sheet, level: float, colour: str, to: str, height: float = 0, length: float = 300) -> Block:
    """The near ground, level or in one long swell, down to the foot of the picture."""
    with sheet.block(colour, to) as block:
        block.below(wave(sheet.width, level, height, length, sheet.rng.uniform(0, 6)), bottom=sheet.height + 5)
    return block


def mist(sheet: Sheet, x: float, y: float, radius: float, colour: str, alpha: float = 0.8, squash: float = 0.1) -> None:
    with sheet.block(colour, alpha=alpha, soften=22) as bank:
        bank.disc(x, y, radius, squash)


def karst(sheet: Sheet, foot: float, colour: str, to: str, peaks: Sequence[tuple[float, float, float]]) -> Block:
    """Steep limestone: each peak a place, a height and a width."""
    rng = sheet.rng
    with sheet.block(colour, to) as block:
        for x, high, wide in peaks:
            lean = rng.uniform(-0.12, 0.12)
            west = bezier(
                [(x - wide * 0.62, foot), (x - wide * 0.5, foot - high * 0.6), (x - wide * 0.46, foot - high * 1.02)]
                + [(x + wide * lean, foot - high)],
                14,
            )
            east = bezier(
                [(x + wide * lean, foot - high), (x + wide * 0.36, foot - high * 1.04)]
                + [(x + wide * 0.42, foot - high * 0.45), (x + wide * 0.68, foot)],
                18,
            )
            block.polygon([(px + rng.uniform(-3, 3), py + rng.uniform(-4, 2)) for px, py in west + east])
    return block
