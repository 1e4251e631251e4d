"""The one source of light in each picture, and what it does to the sky."""

from math import pi

from cms.sample.drawing.curves import arc
from cms.sample.drawing.palette import CREAM, WHITE
from cms.sample.drawing.sheet import Sheet


def sun(sheet: Sheet, x: float, y: float, radius: float, colour: str, to: str, halo: str = "#fff0c4") -> None:
    """A disc with a wide halo around it."""
    sheet.glow(x, y, radius * 6.5, halo, 0.9)
    with sheet.block(colour, to) as disc:
        disc.disc(x, y, radius)


def crescent(sheet: Sheet, x: float, y: float, radius: float) -> None:
    """A young moon: the outer edge of one circle and the inner edge of another."""
    sheet.glow(x, y, radius * 5, "#9fb8c4", 0.35)
    with sheet.block(CREAM) as moon:
        outer = arc(x, y, radius, pi * 0.25, pi * 1.25)
        inner = arc(x + radius * 0.36, y - radius * 0.36, radius * 0.86, pi * 1.19, pi * 0.31)
        moon.polygon(outer + inner)


def stars(sheet: Sheet, count: int, floor: float) -> None:
    rng = sheet.rng
    with sheet.block(WHITE, alpha=0.75) as sky:
        for _ in range(count):
            sky.disc(rng.uniform(0, sheet.width), rng.uniform(0, floor), rng.uniform(0.7, 2.0))


def clouds(
    sheet: Sheet, heights: tuple[float, ...], colour: str = WHITE, alpha: float = 0.45, size: float = 1.0
) -> None:
    """Long flat clouds, a few at each height, cut as single strokes of the gouge."""
    rng = sheet.rng
    with sheet.block(colour, alpha=alpha, soften=1.5) as sky:
        for y in heights:
            for _ in range(max(2, round(sheet.width / 620))):
                x, long = rng.uniform(-160, sheet.width - 200), size * rng.uniform(320, 620)
                rise = long * rng.uniform(0.022, 0.05)
                sky.swell(
                    [(x, y), (x + long * 0.2, y - rise * 1.6), (x + long * 0.6, y - rise * 1.1), (x + long, y)]
                    + [(x + long * 0.6, y + rise * 0.7), (x + long * 0.3, y + rise * 0.5), (x, y)]
                )


def glitter(sheet: Sheet, x: float, top: float, bottom: float, wide: float, colour: str, alpha: float = 0.7) -> None:
    """The path of light on water, from a source above it towards the viewer."""
    rng, depth = sheet.rng, bottom - top
    with sheet.block(colour, alpha=alpha) as path:
        y = top + 5
        while y < bottom:
            near = (y - top) / depth
            half = wide * (0.25 + near) * rng.uniform(0.25, 1.0)
            shift = wide * 0.25 * rng.uniform(-1, 1)
            path.cut_line((x + shift - half, y), (x + shift + half, y + rng.uniform(-1, 1)), 3 + 5 * near)
            y += 5 + 8 * near


def beam(sheet: Sheet, x: float, y: float, ends: tuple[tuple[float, float], tuple[float, float]], alpha: float) -> None:
    """A wedge of light thrown from a point and lost at its far end."""
    side = "left" if ends[0][0] > x else "right"
    for spread, strength in ((1.0, 0.55), (0.45, 0.6)):
        middle = (ends[0][1] + ends[1][1]) / 2
        far = [(end[0], middle + (end[1] - middle) * spread) for end in ends]
        with sheet.block("#fff0b8", alpha=alpha * strength, soften=5, fade=side) as wedge:
            wedge.polygon([(x, y - 5), *far, (x, y + 5)])
