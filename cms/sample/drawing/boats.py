"""Boats: the sampan, the round basket boat, the fishing boat. `y` is always the waterline."""

from cms.sample.drawing.block import Block
from cms.sample.drawing.curves import bezier
from cms.sample.drawing.people import walker
from cms.sample.drawing.sheet import Sheet


def hull(block: Block, x: float, y: float, length: float) -> None:
    """A slender hull, both ends raised."""
    h = length * 0.1
    keel = bezier(
        [(x - length / 2, y - h * 1.5), (x - length * 0.32, y + h * 1.3), (x + length * 0.32, y + h * 1.3)]
        + [(x + length / 2, y - h * 1.7)]
    )
    rim = bezier(
        [(x + length / 2, y - h * 1.7), (x + length * 0.3, y - h * 0.25), (x - length * 0.3, y - h * 0.25)]
        + [(x - length / 2, y - h * 1.5)]
    )
    block.polygon(keel + rim)


def awning(block: Block, x: float, y: float, length: float) -> None:
    """The rounded mat roof amidships."""
    h = length * 0.11
    block.swell(
        [
            (x - length * 0.2, y),
            (x - length * 0.2, y - h * 3.4),
            (x + length * 0.16, y - h * 3.4),
            (x + length * 0.16, y),
        ]
    )


def sampan(block: Block, x: float, y: float, length: float, *, covered: bool = False, rower: bool = True) -> None:
    hull(block, x, y, length)
    if covered:
        awning(block, x, y, length)
    if rower:
        h = length * 0.11
        walker(block, x + length * 0.3, y - h * 0.1, length * 0.3, lean=-0.12)
        oar = ((x + length * 0.22, y - h * 2.1), (x + length * 0.5, y + h * 1.7))
        block.stroke(oar, max(1.2, length * 0.011))


def basket_boat(sheet: Sheet, x: float, y: float, radius: float, tilt: float = 0.42) -> None:
    """A round woven boat lying on the sand, its mouth towards us."""
    with sheet.block("#5b4632", alpha=0.5, soften=4) as shadow:
        shadow.disc(x - radius * 0.34, y + radius * 0.36, radius * 1.08, 0.32)
    with sheet.block("#b07a3c", "#5f3d22") as outside:
        mouth, keel, half = y - radius * 0.25, y + radius * 0.95, radius * 0.95
        outside.swell([(x - radius, mouth), (x - half, keel), (x + half, keel), (x + radius, mouth)])
    sheet.hatch(outside, "#3a2414", radius * 0.09, radius * 0.03, 0.7, 0.6, radius * 0.6, 2, 0.05)
    sheet.hatch(outside, "#e2b878", radius * 0.09, radius * 0.025, -0.7, 0.5, radius * 0.6, 2, 0.2)
    with sheet.block("#e6c07c", "#c8965a") as rim:
        rim.disc(x, y - radius * 0.25, radius * 1.04, tilt)
    with sheet.block("#4a3020", "#8a5e36") as inside:
        inside.disc(x, y - radius * 0.22, radius * 0.93, tilt * 0.93)
    sheet.hatch(inside, "#d9a763", radius * 0.12, radius * 0.03, -0.5, 0.4, radius * 0.5, 2, 0.15)
    with sheet.block("#e6c07c") as thwart:
        thwart.box_of(x - radius * 0.86, y - radius * 0.28, x + radius * 0.86, y - radius * 0.18)


def oars(block: Block, x: float, y: float, length: float, lean: float = 0.5) -> None:
    """A pair of oars left leaning in a boat."""
    for side in (-1, 1):
        tip = (x + side * length * lean, y - length * 0.75)
        block.stroke([(x + side * length * 0.06, y), tip], length * 0.03)
        block.leaf(tip, (tip[0] + side * length * 0.14, tip[1] - length * 0.22), length * 0.05)
