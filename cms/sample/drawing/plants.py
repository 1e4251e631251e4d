"""Plants that several pictures share: palm, bamboo, pine, grass, and birds above them."""

from math import cos, pi, sin
from random import Random

from cms.sample.drawing.block import Block
from cms.sample.drawing.curves import along, bezier, leaf, polar
from cms.sample.drawing.sheet import Sheet


def palm(block: Block, rng: Random, x: float, y: float, tall: float) -> None:
    lean = rng.uniform(-0.2, 0.2) * tall
    top = (x + lean, y - tall)
    block.curve([(x, y), (x - lean * 0.3, y - tall * 0.5), top], max(2, tall * 0.028))
    for frond in range(11):
        turn = -0.5 + (pi + 1.0) * frond / 10 + rng.uniform(-0.1, 0.1)
        _frond(block, top, turn, tall * rng.uniform(0.32, 0.46))


def _frond(block: Block, top: tuple[float, float], turn: float, reach: float) -> None:
    crest = (top[0] + cos(turn) * reach * 0.55, top[1] - sin(turn) * reach * 0.85 - reach * 0.16)
    tip = (top[0] + cos(turn) * reach, top[1] - sin(turn) * reach * 0.5 + reach * 0.42)
    block.swell([top, crest, tip, (crest[0], crest[1] + reach * 0.3), top])
    for share in (0.35, 0.5, 0.65, 0.8):
        place = bezier([top, crest, tip], 11)[round(share * 10)]
        block.leaf(
            place, (place[0] + cos(turn) * reach * 0.08, place[1] + reach * 0.3 * (1.1 - share * 0.5)), reach * 0.03
        )


def bamboo(sheet: Sheet, x: float, foot: float, tall: float, colour: str, to: str, leaves: int = 90) -> None:
    """A clump of canes that bend outwards, with drooping leaves."""
    rng = sheet.rng
    with sheet.block(colour, to) as clump:
        for lean in (-0.22, -0.09, 0.06, 0.2):
            cane = bezier(
                [(x + lean * 40, foot), (x + lean * tall * 0.3, foot - tall * 0.6), (x + lean * tall, foot - tall)], 24
            )
            clump.stroke(cane, tall * 0.009)
            for _ in range(leaves // 4):
                place = cane[rng.randrange(6, 24)]
                start = (place[0] + rng.uniform(-0.08, 0.08) * tall, place[1] + rng.uniform(-0.03, 0.03) * tall)
                reach = rng.choice((-1, 1)) * rng.uniform(0.05, 0.11) * tall
                clump.leaf(start, (start[0] + reach, start[1] + abs(reach) * 0.5), tall * 0.011, 0.1)


def grass(block: Block, rng: Random, left: float, right: float, foot: float, tall: float, count: int) -> None:
    for _ in range(count):
        x, high, bend = rng.uniform(left, right), tall * rng.uniform(0.4, 1), rng.uniform(-0.5, 0.7)
        root = max(2.0, tall * 0.03)
        west = bezier([(x - root, foot), (x, foot - high * 0.7), (x + bend * high, foot - high)], 7)
        block.polygon(
            west + bezier([(x + bend * high, foot - high), (x + root, foot - high * 0.6), (x + root, foot)], 7)
        )


def pine(block: Block, rng: Random, x: float, foot: float, tall: float) -> None:
    """A highland pine: a bare leaning trunk, and flat tufts of needles above."""
    lean = rng.uniform(-0.06, 0.06) * tall
    trunk = bezier([(x, foot), (x - lean, foot - tall * 0.5), (x + lean, foot - tall)], 16)
    block.polygon(
        [(px - w, py) for (px, py), w in zip(trunk, _taper(tall), strict=True)]
        + [(px + w, py) for (px, py), w in reversed(list(zip(trunk, _taper(tall), strict=True)))]
    )
    for tier in range(9):
        share = 0.42 + tier * 0.066
        place = trunk[min(15, round(share * 15))]
        spread = tall * (0.25 - 0.2 * (share - 0.42) / 0.58) * rng.uniform(0.75, 1.1)
        for side in (-1, 1):
            if rng.random() < 0.82:
                _tuft(block, rng, place, side * spread * rng.uniform(0.6, 1.1), tall)


def _taper(tall: float) -> list[float]:
    return [tall * (0.014 - 0.0007 * step) for step in range(16)]


def _tuft(block: Block, rng: Random, start: tuple[float, float], reach: float, tall: float) -> None:
    end = (start[0] + reach, start[1] - abs(reach) * rng.uniform(0.05, 0.35))
    block.stroke([start, end], max(1, tall * 0.006))
    for share in (0.35, 0.6, 0.8, 1.0):
        place = along(start, end, share)
        wide = tall * rng.uniform(0.045, 0.08)
        fringe = [wide * (1.06 if spike % 2 else 0.9) for spike in range(30)]
        block.polygon([polar(*place, spike * pi / 15, reach, 0.42) for spike, reach in enumerate(fringe)])


def crown(
    sheet: Sheet, x: float, y: float, wide: float, tall: float, inks: tuple[str, str, str], count: int = 60
) -> None:
    """The head of a broad tree: a dark mass, then lighter clumps where the light falls."""
    rng = sheet.rng
    spots = [
        (x + rng.gauss(0, 0.42) * wide, y + rng.gauss(0, 0.4) * tall, rng.uniform(0.09, 0.2) * wide)
        for _ in range(count)
    ]
    with sheet.block(inks[1], inks[2]) as mass:
        for px, py, radius in spots:
            mass.disc(px, py, radius, 0.7)
    with sheet.block(inks[0], inks[1], alpha=0.85) as light:
        for px, py, radius in spots[::2]:
            light.disc(px - radius * 0.2, py - radius * 0.22, radius * 0.6, 0.6)
    sheet.hatch(mass, inks[2], max(6, wide * 0.03), 2.2, 0.6, 0.45, wide * 0.12, 6, 0.35)


def leaves(block: Block, rng: Random, places: list[tuple[float, float]], size: float, droop: float = 0.6) -> None:
    """Single pointed leaves hanging from the places given."""
    for x, y in places:
        reach = size * rng.uniform(0.7, 1.2) * rng.choice((-1, 1))
        block.polygon(leaf((x, y), (x + reach, y + abs(reach) * droop), size * 0.24, 0.12))


def birds(block: Block, rng: Random, x: float, y: float, count: int, spread: float, size: float) -> None:
    for _ in range(count):
        bx, by = x + rng.uniform(-1, 1) * spread, y + rng.uniform(-1, 1) * spread * 0.35
        s = size * rng.uniform(0.6, 1.2)
        for side in (-1, 1):
            block.leaf((bx, by), (bx + side * s, by - s * 0.25), s * 0.12, side * -0.22)
