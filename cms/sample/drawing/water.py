"""Water: a plain block, strokes that widen towards the viewer, and what it mirrors."""

from math import sin

from PIL import Image, ImageChops

from cms.sample.drawing.curves import lens
from cms.sample.drawing.palette import WHITE
from cms.sample.drawing.sheet import Sheet, slope


def still_water(sheet: Sheet, top: float, colour: str, to: str, bottom: float | None = None) -> None:
    with sheet.block(colour, to) as water:
        water.box_of(-5, top, sheet.width + 5, bottom or sheet.height + 5)


def ripples(
    sheet: Sheet,
    top: float,
    bottom: float,
    count: int,
    colour: str = WHITE,
    alpha: float = 0.5,
    size: float = 1.0,
) -> None:
    """Level strokes, fine and close far away, broad and sparse near by."""
    rng = sheet.rng
    with sheet.block(colour, alpha=alpha) as strokes:
        for _ in range(count):
            near = rng.random() ** 1.6
            y, x = top + 3 + near * (bottom - top), rng.uniform(-120, sheet.width)
            run = size * (22 + 190 * near) * rng.uniform(0.4, 1.3)
            strokes.polygon(lens((x, y), (x + run, y + rng.uniform(-1, 1)), size * (1.8 + 4.6 * near)))


def reflect(sheet: Sheet, line: float, depth: float, alpha: float = 0.55, waver: float = 5) -> None:
    """Mirror what stands above a line into the water below it, rippling more towards the viewer."""
    top = round(line * sheet.scale)
    size = min(round(depth * sheet.scale), top, sheet.size[1] - top)
    mirror = sheet.image.crop((0, top - size, sheet.size[0], top)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    rippled = _ripple(mirror, waver * sheet.scale, sheet.scale)
    cover = ImageChops.multiply(slope("up", mirror.size), Image.new("L", mirror.size, round(alpha * 255)))
    sheet.image.paste(rippled, (0, top), cover)


def _ripple(mirror: Image.Image, waver: float, scale: float) -> Image.Image:
    """Push bands of the mirror to the left and right of their place."""
    rippled = mirror.copy()
    band = max(1, round(2 * scale))
    for row in range(0, mirror.height, band):
        far = row / scale
        shift = round(sin(far / (5 + far * 0.012)) * waver * (0.2 + row / mirror.height))
        strip = mirror.crop((0, row, mirror.width, min(row + band, mirror.height)))
        rippled.paste(strip, (shift, row))
    return rippled
