"""Music: a great drum and a set of gongs."""

from math import pi

from cms.sample.drawing.block import Block
from cms.sample.drawing.curves import polar
from cms.sample.drawing.palette import LAMP, RED, SAND
from cms.sample.drawing.scene import scene
from cms.sample.drawing.sheet import Sheet

GONGS = ((330, 680, 92), (610, 700, 116), (250, 380, 112), (715, 370, 100), (480, 420, 140))
BRONZE = (
    (1.0, "#6b3f1e", "#c98a38"),
    (0.93, "#8f5a26", "#e6ae50"),
    (0.62, "#7a4a20", "#b97a30"),
    (0.56, "#b07a34", "#f3c868"),
    (0.24, "#8f5a26", "#ffe08a"),
    (0.15, "#f0c060", "#fff0b8"),
)
SKIN = (
    (1.0, "#3b1d16", "#6a3a24"),
    (0.94, "#e8cf9c", "#fff0c8"),
    (0.5, "#dbbb82", "#f7dfa8"),
    (0.46, "#e8cf9c", "#fff0c8"),
)


@scene("trong-chieng", "#1b1420", "#3a2028", "#5f2f2a", "#7d442f", "#5a3028", seed=419)
def drum_and_gongs(sheet: Sheet) -> None:
    sheet.glow(800, 1000, 1050, "#f0a04a", 0.75)
    with sheet.block("#2a1820", alpha=0.7) as planks:
        planks.box_of(-5, -5, 1605, 800)
    sheet.hatch(planks, "#12090f", 26, 5, pi / 2, 0.6, 260, 2, 0.1)
    sheet.hatch(planks, "#b5693c", 40, 3, pi / 2, 0.35, 160, 2, 0.5)
    with sheet.block("#8a5432", "#3b2018") as floor:
        floor.box_of(-5, 800, 1605, 1072)
    sheet.hatch(floor, "#d99650", 18, 3.2, 0.0, 0.45, 120, 3, 0.45)
    sheet.hatch(floor, "#241210", 20, 3.2, 0.0, 0.5, 120, 3, 0.4)
    _beam_with_gongs(sheet)
    _drum(sheet, 1180, 620, 240)
    with sheet.block("#1a0f10") as sticks:
        for ends in (((900, 930), (1080, 880)), ((930, 966), (1110, 944))):
            sticks.stroke(ends, 12)
    with sheet.block(RED) as knobs:
        knobs.disc(1084, 879, 19)
        knobs.disc(1114, 943, 19)


def _beam_with_gongs(sheet: Sheet) -> None:
    with sheet.block("#5a3524", "#24140f") as frame:
        frame.box_of(70, 120, 880, 158)
        for x in (96, 830):
            frame.box_of(x, 90, x + 32, 900)
            frame.polygon([(x - 50, 930), (x - 20, 890), (x + 52, 890), (x + 82, 930)])
    sheet.hatch(frame, "#c98b52", 9, 2, 0.0, 0.45, 60, 1, 0.4)
    for x, y, radius in GONGS:
        _gong(sheet, x, y, radius)


def _gong(sheet: Sheet, x: float, y: float, radius: float) -> None:
    """A knobbed bronze gong on two cords, lit from below by the fire we do not see."""
    with sheet.block(SAND) as cords:
        for side in (-0.5, 0.5):
            cords.stroke([(x + side * radius * 0.9, 150), (x + side * radius, y - radius * 0.84)], 3.4)
    with sheet.block("#120a0c", alpha=0.5, soften=5) as shadow:
        shadow.disc(x + 14, y - 16, radius)
    for share, ink, to in BRONZE:
        with sheet.block(ink, to) as ring:
            ring.disc(x, y, radius * share)
        if share == 0.93:
            sheet.hatch(ring, "#5f3818", radius * 0.06, radius * 0.022, 0.5, 0.45, radius * 0.5, 3, 0.3)
    with sheet.block("#6b3f1e", alpha=0.75) as studs:
        for step in range(24):
            studs.disc(*polar(x, y, step * pi / 12, radius * 0.77), radius * 0.028)


def _drum(sheet: Sheet, x: float, y: float, r: float) -> None:
    """A great wooden drum, its skin towards us, on a low stand."""
    with sheet.block("#140b0c", alpha=0.6, soften=8) as shadow:
        shadow.disc(x + 20, y + r * 1.26, r * 1.3, 0.16)
    with sheet.block("#4a2a1c", "#1f110e") as stand:
        for side in (-r, r):
            knee, foot = y + r * 0.8, y + r * 1.28
            stand.polygon(
                [(x + side * 0.3, knee), (x + side * 0.5, y + r * 0.7), (x + side, foot), (x + side * 0.78, foot)]
            )
    with sheet.block("#6e2a20", "#b8452c") as barrel:
        barrel.disc(x + r * 0.2, y - r * 0.02, r * 1.16)
        barrel.disc(x, y, r * 1.12)
    _staves(sheet, barrel, x, y, r)
    _skin(sheet, x, y, r)


def _skin(sheet: Sheet, x: float, y: float, r: float) -> None:
    for share, ink, to in SKIN:
        with sheet.block(ink, to) as skin:
            skin.disc(x, y, r * share)
        if share == 0.94:
            sheet.hatch(skin, "#c9a368", 12, 2, 0.3, 0.4, 80, 6, 0.45)
    with sheet.block("#c8462b", "#e8743c") as star:
        _star(star, x, y, r * 0.34)
    with sheet.block(LAMP, "#fff0b8") as nails:
        for step in range(40):
            nails.disc(*polar(x, y, step * pi / 20, r * 0.97), r * 0.022)


def _staves(sheet: Sheet, barrel: Block, x: float, y: float, r: float) -> None:
    with sheet.block("#3b1410", alpha=0.6, within=barrel) as staves:
        for step in range(36):
            turn = step * pi / 18
            staves.cut_line(polar(x, y, turn, r * 0.9), polar(x + r * 0.2, y, turn, r * 1.3), 5)


def _star(block: Block, x: float, y: float, r: float) -> None:
    """Twelve rays around a hub, as woven patterns have them."""
    points = [polar(x, y, step * pi / 12, r * (1.0 if step % 2 else 0.5)) for step in range(24)]
    block.polygon(points)
    block.disc(x, y, r * 0.3, tone=0)
