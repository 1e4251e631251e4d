"""The sheet of paper on which blocks are printed, the farthest first."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import cos, hypot, sin
from random import Random

from PIL import Image, ImageChops

from cms.sample.drawing.block import Block, Box
from cms.sample.drawing.curves import Point, lens
from cms.sample.drawing.grain import board, paper, piece
from cms.sample.drawing.palette import rgb

LONG, SHORT = 1600, 1600 * 2 / 3
FULL_SCALE = 1.5


class Sheet:
    """One picture: a canvas 1600 units long, a seed, and a press for the blocks."""

    def __init__(self, seed: int, sky: Sequence[str], *, upright: bool = False, scale: float = FULL_SCALE) -> None:
        self.width: float = SHORT if upright else LONG
        self.height: float = LONG if upright else SHORT
        self.scale = scale
        self.size = (round(self.width * scale), round(self.height * scale))
        self.rng, self.grain_rng = Random(seed), Random(seed + 1)
        self.image = gradient(sky, self.size)

    def block(
        self,
        colour: str,
        to: str | None = None,
        *,
        alpha: float = 1.0,
        soften: float = 0,
        within: Block | None = None,
        fade: str = "",
    ) -> Block:
        """Begin a block; with `to`, its ink runs from the first colour at the top to this one at the foot.

        `within` prints only where another block did; `fade` thins the ink out
        towards everything but that side: up, down, left or right.
        """
        ink = partial(self._press, inks=(colour, to or colour), alpha=alpha, within=within, fade=fade)
        return Block(self.size, self.scale, ink, soften)

    def again(self, block: Block, colour: str, to: str | None = None, alpha: float = 1.0, fade: str = "") -> None:
        """Print a block that is already cut once more, in another ink."""
        self._press(block, inks=(colour, to or colour), alpha=alpha, within=None, fade=fade)

    def _press(self, block: Block, *, inks: tuple[str, str], alpha: float, within: Block | None, fade: str) -> None:
        if block.box is None or block.mask is None:
            return
        mask = block.mask
        if within is not None:
            mask = ImageChops.multiply(mask, within.crop_to(block.box))
        if fade:
            mask = ImageChops.multiply(mask, slope(fade, mask.size))
        self._roll(mask, block.box, inks, alpha)

    def _roll(self, mask: Image.Image, box: Box, inks: tuple[str, str], alpha: float) -> None:
        """Roll ink through a mask; the grain of the board holds a little of it back."""
        cover = ImageChops.multiply(mask, piece(board(), mask.size, self.grain_rng))
        if alpha < 1:
            cover = cover.point([round(value * alpha) for value in range(256)])
        ink = rgb(inks[0]) if inks[0] == inks[1] else gradient(inks, mask.size)
        self.image.paste(ink, box, cover)

    def glow(self, x: float, y: float, radius: float, colour: str, strength: float = 0.9) -> None:
        """Light around a point, strongest in the middle."""
        reach = round(radius * self.scale)
        light = falloff().resize((reach * 2, reach * 2)).point([round(value * strength) for value in range(256)])
        corner = (round(x * self.scale) - reach, round(y * self.scale) - reach)
        self.image.paste(rgb(colour), (*corner, corner[0] + reach * 2, corner[1] + reach * 2), light)

    def hatch(
        self,
        block: Block,
        colour: str,
        spacing: float = 9,
        width: float = 2.2,
        angle: float = 0.0,
        alpha: float = 0.5,
        length: float = 70,
        waver: float = 6,
        gaps: float = 0.3,
    ) -> None:
        """Cut nearly parallel, wavering, broken lines into a block."""
        if block.box is None:
            return
        with self.block(colour, alpha=alpha, within=block) as knife:
            for start, end, strength in self._strokes(block.box, spacing, angle, length, waver):
                if self.rng.random() > gaps:
                    knife.polygon(lens(start, end, width * strength))

    def _strokes(
        self, box: Box, spacing: float, angle: float, length: float, waver: float
    ) -> Iterator[tuple[Point, Point, float]]:
        """Where the knife goes in, where it comes out, and how hard it presses."""
        left, top, right, bottom = edges = tuple(edge / self.scale for edge in box)
        middle, reach = ((left + right) / 2, (top + bottom) / 2), hypot(right - left, bottom - top) / 2
        phase, turn = self.rng.uniform(0, 6), (cos(angle), sin(angle))

        def place(u: float, v: float) -> tuple[float, float]:
            v += waver * (sin(u / 83 + phase) + 0.6 * sin(u / 37 + v / 71))
            return middle[0] + u * turn[0] - v * turn[1], middle[1] + u * turn[1] + v * turn[0]

        v = -reach
        while v < reach:
            u = -reach - self.rng.uniform(0, length)
            while u < reach:
                run = length * self.rng.uniform(0.5, 1.4)
                start, end = place(u, v), place(u + run, v)
                if _touches(start, end, edges):
                    yield start, end, self.rng.uniform(0.6, 1.2)
                u += run * self.rng.uniform(0.8, 1.15)
            v += spacing

    def finish(self) -> Image.Image:
        """Lift the sheet from the press: the paper's tooth shows through everything."""
        tooth = piece(paper(), self.size, self.grain_rng)
        return ImageChops.multiply(self.image, Image.merge("RGB", (tooth, tooth, tooth)))


def gradient(colours: Sequence[str], size: tuple[int, int]) -> Image.Image:
    """Colours from the top to the foot, each blending into the next."""
    column = Image.new("RGB", (1, len(colours)))
    column.putdata([rgb(colour) for colour in colours])
    steps = column.resize((1, size[1]), Image.Resampling.BILINEAR, box=(0, 0.5, 1, len(colours) - 0.5))
    return steps.resize(size, Image.Resampling.NEAREST)


def falloff() -> Image.Image:
    """A round of light that fades as the square of the distance left to its edge."""
    return Image.radial_gradient("L").point([round(max(0.0, 1 - value / 181) ** 2 * 255) for value in range(256)])


def slope(side: str, size: tuple[int, int]) -> Image.Image:
    """An even slope from nothing to everything at one side."""
    down = Image.linear_gradient("L")
    turns = {"down": None, "up": Image.Transpose.ROTATE_180, "right": Image.Transpose.ROTATE_90}
    turns["left"] = Image.Transpose.ROTATE_270
    turn = turns[side]
    return (down if turn is None else down.transpose(turn)).resize(size)


def _touches(start: tuple[float, float], end: tuple[float, float], edges: tuple[float, ...]) -> bool:
    left, top, right, bottom = edges
    return not (
        max(start[0], end[0]) < left
        or min(start[0], end[0]) > right
        or max(start[1], end[1]) < top
        or min(start[1], end[1]) > bottom
    )
