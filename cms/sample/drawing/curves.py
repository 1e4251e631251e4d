"""Lines before they are cut: smooth curves, outlines of hills, strokes that taper like a knife's."""

from collections.abc import Sequence
from functools import lru_cache
from math import comb, cos, hypot, pi, sin
from random import Random

Point = tuple[float, float]


@lru_cache(maxsize=64)
def _weights(order: int, steps: int) -> tuple[tuple[float, ...], ...]:
    moments = [step / (steps - 1) for step in range(steps)]
    return tuple(tuple(comb(order, k) * t**k * (1 - t) ** (order - k) for k in range(order + 1)) for t in moments)


def bezier(points: Sequence[Point], steps: int = 20) -> list[Point]:
    """A smooth curve from the first point to the last, drawn towards those between."""
    return [
        (
            sum(w * point[0] for w, point in zip(weights, points, strict=True)),
            sum(w * point[1] for w, point in zip(weights, points, strict=True)),
        )
        for weights in _weights(len(points) - 1, steps)
    ]


def arc(x: float, y: float, radius: float, start: float, end: float, squash: float = 1.0) -> list[Point]:
    """Part of an ellipse; angles in radians, counted clockwise from the right as the eye sees them."""
    steps = max(8, int(abs(end - start) * 6))
    turns = [start + (end - start) * step / steps for step in range(steps + 1)]
    return [(x + cos(turn) * radius, y + sin(turn) * radius * squash) for turn in turns]


def polar(x: float, y: float, turn: float, reach: float, squash: float = 1.0) -> Point:
    return x + cos(turn) * reach, y + sin(turn) * reach * squash


def along(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def lens(start: Point, end: Point, width: float, bulge: float = 0.45) -> list[Point]:
    """A stroke that swells from a point and closes in a point, as a knife leaves it."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    side = (-(end[1] - start[1]) / length * width / 2, (end[0] - start[0]) / length * width / 2)
    near, far = along(start, end, bulge - 0.2), along(start, end, bulge + 0.25)
    return [
        start,
        (near[0] + side[0], near[1] + side[1]),
        (far[0] + side[0], far[1] + side[1]),
        end,
        (far[0] - side[0], far[1] - side[1]),
        (near[0] - side[0], near[1] - side[1]),
    ]


def leaf(start: Point, end: Point, width: float, bend: float = 0.0) -> list[Point]:
    """A leaf or petal between two points; `bend` curves it to one side."""
    middle = along(start, end, 0.5)
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1.0
    nx, ny = -dy / length, dx / length
    one = (middle[0] + nx * (bend * length + width), middle[1] + ny * (bend * length + width))
    other = (middle[0] + nx * (bend * length - width), middle[1] + ny * (bend * length - width))
    return bezier([start, one, end], 10) + bezier([end, other, start], 10)


def ridge(
    rng: Random, width: float, level: float, height: float, roughness: int = 5, detail: float = 0.5
) -> list[Point]:
    """The outline of hills from the left edge to the right: coarse heights, then finer ones upon them."""
    count = 160
    line = [0.0] * count
    for octave in range(5):
        knots = [rng.random() - 0.5 for _ in range(roughness * 2**octave + 2)]
        for place in range(count):
            line[place] += _between(knots, place / (count - 1) * (len(knots) - 2)) * detail**octave
    low, high = min(line), max(line)
    return [
        (width * place / (count - 1), level - height * (value - low) / (high - low)) for place, value in enumerate(line)
    ]


def _between(knots: Sequence[float], place: float) -> float:
    """The height between two knots, eased so that hills are round."""
    left = int(place)
    ease = (1 - cos((place - left) * pi)) / 2
    return knots[left] * (1 - ease) + knots[left + 1] * ease


def wave(
    width: float, level: float, height: float, length: float, phase: float = 0.0, tilt: float = 0.0
) -> list[Point]:
    """A long even swell from the left edge to the right, as of dunes and fields."""
    places = [width * step / 80 for step in range(81)]
    return [(x, level + height * sin(x / length + phase) + tilt * x) for x in places]
