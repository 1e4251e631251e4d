"""Roofs, walls, lanterns and lit windows. Invented kinds of houses, none of them a place one could visit."""

from math import pi

from cms.sample.drawing.block import Block
from cms.sample.drawing.curves import arc, bezier
from cms.sample.drawing.palette import BRICK, INK, LAMP, mix
from cms.sample.drawing.sheet import Sheet


def upswept_roof(block: Block, x: float, y: float, span: float, high: float, lift: float = 0.1) -> None:
    """A hipped roof with upswept corners; `y` is the eaves."""
    up, top = span * lift * 0.5, span * 0.27
    west = bezier([(x - span / 2, y - up), (x - span * 0.36, y - high * 0.12), (x - top, y - high)])
    east = bezier([(x + top, y - high), (x + span * 0.36, y - high * 0.12), (x + span / 2, y - up)])
    eaves = bezier(
        [
            (x + span / 2, y - up),
            (x + span * 0.3, y + high * 0.1),
            (x, y + high * 0.04),
            (x - span * 0.3, y + high * 0.1),
        ]
        + [(x - span / 2, y - up)]
    )
    block.polygon(west + east + eaves)


def gable(block: Block, x: float, y: float, wide: float, high: float, over: float = 0.14) -> None:
    """A plain pitched roof seen from the long side; `y` is the eaves."""
    half, edge = wide / 2, wide * over
    block.polygon(
        [
            (x - half - edge, y),
            (x - half + wide * 0.1, y - high),
            (x + half - wide * 0.1, y - high),
            (x + half + edge, y),
        ]
    )


def cottage(sheet: Sheet, x: float, foot: float, wide: float, wall: str, roof: str, *, lit: bool = True) -> None:
    """A small house: wall, roof, and a window or two."""
    high = wide * 0.36
    with sheet.block(wall, mix(wall, INK, 0.3)) as walls:
        walls.box_of(x - wide / 2, foot - high, x + wide / 2, foot)
    with sheet.block(roof, mix(roof, INK, 0.35)) as tiles:
        gable(tiles, x, foot - high, wide, wide * 0.34)
    sheet.hatch(tiles, mix(roof, INK, 0.6), wide * 0.06, wide * 0.018, 1.45, 0.5, wide * 0.3, 2, 0.1)
    with sheet.block(LAMP if lit else mix(wall, INK, 0.6)) as windows:
        for dx in (-0.28, 0.18):
            windows.box_of(x + wide * dx, foot - high * 0.75, x + wide * (dx + 0.12), foot - high * 0.35)


def lantern(sheet: Sheet, x: float, y: float, size: float, colour: str, squash: float = 0.9) -> None:
    """A silk lantern, lit from inside, with its ribs, caps and tassel."""
    sheet.glow(x, y, size * 3.6, colour, 0.5)
    with sheet.block(mix(colour, "#fff1c0", 0.55), colour) as silk:
        silk.disc(x, y, size, squash)
    with sheet.block("#7a2a22", alpha=0.5, within=silk) as ribs:
        for bulge in (-1.3, -0.62, 0, 0.62, 1.3):
            ribs.curve([(x, y - size), (x + bulge * size, y), (x, y + size)], 1.4)
    with sheet.block("#3b1d18") as caps:
        caps.box_of(x - size * 0.32, y - size * (squash + 0.12), x + size * 0.32, y - size * (squash - 0.1))
        caps.box_of(x - size * 0.28, y + size * (squash - 0.1), x + size * 0.28, y + size * (squash + 0.1))
        caps.stroke([(x, y + size * squash), (x, y + size * (squash + 0.9))], max(1.5, size * 0.09))


def brickwork(sheet: Sheet, wall: Block, course: float = 14) -> None:
    """Courses of old brick: dark joints, worn light edges, damp at the foot."""
    sheet.hatch(wall, "#55483f", course, 2.4, 0.0, 0.6, course * 4, 0.6, 0.12)
    sheet.hatch(wall, "#e0cba8", course, 1.8, 0.0, 0.55, course * 2.4, 0.8, 0.45)
    sheet.again(wall, "#2f4a40", alpha=0.4, fade="down")


def bell_arch(block: Block, x: float, foot: float, wide: float, high: float, tone: int = 255) -> None:
    """A gateway with a round head."""
    head = arc(x, foot - high + wide / 2, wide / 2, pi, 2 * pi)
    block.polygon([(x - wide / 2, foot), *head, (x + wide / 2, foot)], tone)


def tiles(sheet: Sheet, roof: Block, light: str = "#c9a27a", dark: str = BRICK) -> None:
    """Rows of tiles running down a roof."""
    sheet.hatch(roof, mix(dark, INK, 0.5), 9, 2.6, pi / 2, 0.65, 60, 1.5, 0.05)
    sheet.hatch(roof, light, 20, 2.0, 0.0, 0.4, 46, 1.5, 0.3)
