"""A wood block: shapes cut side by side, which print in one ink."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import floor, pi

from PIL import Image, ImageDraw, ImageFilter

from cms.sample.drawing.curves import Point, arc, bezier, leaf, lens

Box = tuple[int, int, int, int]
SUPERSAMPLING = 2


class Block:
    """Shapes in units of the picture. Leaving the `with` statement prints them."""

    def __init__(self, size: tuple[int, int], scale: float, press: Callable[[Block], None], soften: float = 0) -> None:
        self.size, self.scale, self.soften, self.press = size, scale, soften, press
        self.shapes: list[tuple[str, list[Point], float, int]] = []
        self.box: Box | None = None
        self.mask: Image.Image | None = None

    def __enter__(self) -> Block:
        return self

    def __exit__(self, error: type | None, *_: object) -> None:
        if error is None:
            self.cut()
            self.press(self)

    # Shapes ----------------------------------------------------------------------------------

    def polygon(self, points: Sequence[Point], tone: int = 255) -> None:
        self.shapes.append(("polygon", list(points), 0, tone))

    def box_of(self, left: float, top: float, right: float, bottom: float, tone: int = 255) -> None:
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], tone)

    def disc(self, x: float, y: float, radius: float, squash: float = 1.0, tone: int = 255) -> None:
        flat = radius * squash
        self.shapes.append(("ellipse", [(x - radius, y - flat), (x + radius, y + flat)], 0, tone))

    def stroke(self, points: Sequence[Point], width: float, tone: int = 255) -> None:
        self.shapes.append(("line", list(points), width, tone))

    def curve(self, points: Sequence[Point], width: float, tone: int = 255) -> None:
        """A stroke along a smooth curve through control points."""
        self.stroke(bezier(points), width, tone)

    def swell(self, points: Sequence[Point], tone: int = 255) -> None:
        """A filled shape with one smooth outline."""
        self.polygon(bezier(points, 28), tone)

    def cut_line(self, start: Point, end: Point, width: float, tone: int = 255) -> None:
        self.polygon(lens(start, end, width), tone)

    def leaf(self, start: Point, end: Point, width: float, bend: float = 0.0) -> None:
        self.polygon(leaf(start, end, width, bend))

    def below(self, line: Sequence[Point], bottom: float = 1620) -> None:
        """Everything under a line that runs from the left to the right."""
        self.polygon([(line[0][0], bottom), *line, (line[-1][0], bottom)])

    def arch(self, left: float, right: float, foot: float, spring: float, tone: int = 255) -> None:
        """A doorway: straight sides and a round head."""
        radius = (right - left) / 2
        head = arc(left + radius, spring, radius, pi, 2 * pi)
        self.polygon([(left, foot), *head, (right, foot)], tone)

    # From shapes to a mask -------------------------------------------------------------------

    def cut(self) -> None:
        """Turn the shapes into a soft-edged mask, no larger than it must be."""
        self.box = self._bounds()
        if self.box is None:
            return
        left, top, right, bottom = self.box
        fine = Image.new("L", ((right - left) * SUPERSAMPLING, (bottom - top) * SUPERSAMPLING))
        self._draw(ImageDraw.Draw(fine), left * SUPERSAMPLING, top * SUPERSAMPLING)
        self.mask = fine.reduce(SUPERSAMPLING)
        if self.soften:
            self.mask = self.mask.filter(ImageFilter.GaussianBlur(self.soften * self.scale))

    def _bounds(self) -> Box | None:
        margins = [(points, width / 2 + self.soften * 3 + 2) for _, points, width, _ in self.shapes]
        if not margins:
            return None
        left = floor(min(x - margin for points, margin in margins for x, _ in points) * self.scale)
        top = floor(min(y - margin for points, margin in margins for _, y in points) * self.scale)
        right = floor(max(x + margin for points, margin in margins for x, _ in points) * self.scale) + 1
        bottom = floor(max(y + margin for points, margin in margins for _, y in points) * self.scale) + 1
        box = (max(0, left), max(0, top), min(self.size[0], right), min(self.size[1], bottom))
        return box if box[0] < box[2] and box[1] < box[3] else None

    def _draw(self, draw: ImageDraw.ImageDraw, dx: int, dy: int) -> None:
        zoom = self.scale * SUPERSAMPLING
        for kind, points, width, tone in self.shapes:
            placed = [(x * zoom - dx, y * zoom - dy) for x, y in points]
            if kind == "polygon":
                draw.polygon(placed, fill=tone)
            elif kind == "ellipse":
                draw.ellipse(placed, fill=tone)
            else:
                draw.line(placed, fill=tone, width=max(1, round(width * zoom)), joint="curve")

    def crop_to(self, box: Box) -> Image.Image:
        """This block's mask seen through another box; empty where it does not reach."""
        window = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        if self.box is not None and self.mask is not None:
            window.paste(self.mask, (self.box[0] - box[0], self.box[1] - box[1]))
        return window
