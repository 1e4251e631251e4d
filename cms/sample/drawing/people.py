"""People at work, always small and seen from afar: a hat, a coat and what the hands do. Nobody has a face."""

from collections.abc import Iterable

from cms.sample.drawing.block import Block
from cms.sample.drawing.curves import bezier
from cms.sample.drawing.palette import INK, SAND
from cms.sample.drawing.sheet import Sheet

Place = tuple[float, float, float]


def hat(block: Block, x: float, y: float, size: float) -> None:
    """A conical hat, its brim at `y`."""
    block.polygon(
        [(x - size, y), (x - size * 0.45, y - size * 0.48), (x, y - size * 0.98), (x + size * 0.45, y - size * 0.48)]
        + [(x + size, y), (x + size * 0.5, y + size * 0.1), (x - size * 0.5, y + size * 0.1)]
    )


def walker(block: Block, x: float, y: float, tall: float, *, pole: bool = False, lean: float = 0.0) -> None:
    """A person stepping along; `pole` adds a carrying pole with two baskets."""

    def at(dx: float, up: float) -> tuple[float, float]:
        return x + tall * (dx + lean * up), y - tall * up

    for foot, knee in ((-0.09, -0.02), (0.11, 0.06)):
        block.stroke([at(0, 0.42), at(knee, 0.22), at(foot, 0.0)], tall * 0.065)
        block.stroke([at(foot - 0.02, 0.01), at(foot + 0.06, 0.01)], tall * 0.035)
    block.polygon(
        [at(-0.12, 0.34), at(-0.085, 0.66), at(-0.03, 0.735), at(0.03, 0.735), at(0.085, 0.66), at(0.11, 0.34)]
    )
    hand = (0.13, 0.72) if pole else (0.2, 0.46)
    block.stroke([at(0.06, 0.69), at(0.14, 0.55), at(*hand)], tall * 0.05)
    block.disc(*at(0, 0.79), tall * 0.06)
    hat(block, *at(0, 0.79), tall * 0.2)
    if pole:
        _pole_and_baskets(block, x, y, tall)


def _pole_and_baskets(block: Block, x: float, y: float, tall: float) -> None:
    ends = (x - tall * 0.7, x + tall * 0.7)
    top, rim = y - tall * 0.53, y - tall * 0.27
    block.curve([(ends[0], top), (x, y - tall * 0.88), (ends[1], top)], tall * 0.03)
    for end in ends:
        for side in (-0.15, 0.15):
            block.stroke([(end, top), (end + side * tall, rim)], max(1, tall * 0.01))
        left, right = end - tall * 0.18, end + tall * 0.18
        block.swell([(left, rim), (left, rim + tall * 0.3), (right, rim + tall * 0.3), (right, rim)])


def sitter(block: Block, x: float, y: float, tall: float, facing: int = 1) -> None:
    """A person sitting on a low stool, hands forward; `tall` as if standing."""

    def at(dx: float, up: float) -> tuple[float, float]:
        return x + facing * tall * dx, y - tall * up

    back = bezier([at(-0.2, 0.02), at(-0.3, 0.24), at(-0.2, 0.46), at(0.0, 0.52)], 14)
    front = bezier([at(0.0, 0.52), at(0.14, 0.42), at(0.06, 0.2), at(0.12, 0.16)], 14)
    lap = bezier([at(0.12, 0.16), at(0.34, 0.2), at(0.4, 0.14), at(0.36, -0.06)], 14)
    block.polygon(back + front + lap + [at(0.26, -0.06), at(0.24, 0.04)])
    block.leaf(at(0.36, -0.05), at(0.46, -0.07), tall * 0.03)
    block.leaf(at(-0.05, 0.5), at(0.22, 0.26), tall * 0.05, facing * 0.1)
    block.leaf(at(0.14, 0.3), at(0.42, 0.27), tall * 0.035)
    block.disc(*at(0.02, 0.58), tall * 0.066)


def dancer(block: Block, x: float, y: float, tall: float) -> None:
    """A person in a long skirt, both arms out to the neighbours."""
    t = tall
    block.polygon(
        [(x - t * 0.13, y), (x - t * 0.07, y - t * 0.45), (x - t * 0.12, y - t * 0.72), (x, y - t * 0.8)]
        + [(x + t * 0.12, y - t * 0.72), (x + t * 0.07, y - t * 0.45), (x + t * 0.13, y)]
    )
    block.disc(x, y - t * 0.88, t * 0.075)
    for side in (-1, 1):
        block.stroke(
            [
                (x + side * t * 0.1, y - t * 0.7),
                (x + side * t * 0.24, y - t * 0.52),
                (x + side * t * 0.38, y - t * 0.6),
            ],
            t * 0.045,
        )


def walkers(sheet: Sheet, places: Iterable[Place], *, pole: bool = False, colour: str = INK, straw: str = SAND) -> None:
    """Several walkers with straw-coloured hats: a place and a height each."""
    places = list(places)
    with sheet.block(colour) as people:
        for x, y, tall in places:
            walker(people, x, y, tall, pole=pole)
    with sheet.block(straw) as hats:
        for x, y, tall in places:
            hat(hats, x, y - tall * 0.79, tall * 0.2)
