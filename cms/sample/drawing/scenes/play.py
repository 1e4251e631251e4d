"""Play: paper kites over the fields after the harvest."""

from math import pi

from cms.sample.drawing.block import Block
from cms.sample.drawing.buildings import gable
from cms.sample.drawing.curves import Point, bezier, polar
from cms.sample.drawing.land import ground, hills, karst
from cms.sample.drawing.light import clouds, sun
from cms.sample.drawing.palette import AMBER, BRICK, BUFF, DEEP, INK, LAMP, LOTUS, MOSS, PLUM, RED, WATER, WHITE, mix
from cms.sample.drawing.people import walkers
from cms.sample.drawing.plants import bamboo, grass
from cms.sample.drawing.scene import scene
from cms.sample.drawing.sheet import Sheet

FLYERS = ((330, 1352, 150), (560, 1330, 130), (800, 1400, 170))
KITES = ((300, 300, 150, -0.5), (690, 520, 120, -0.35), (850, 190, 100, -0.6))
SILKS = ((RED, LAMP, BUFF), (PLUM, LOTUS, LAMP), (DEEP, WATER, BUFF))


@scene("dieu-giay", "#5aa3b8", "#9cccd2", "#dfe9d8", "#f6e6b8", "#f6e6b8", seed=631, upright=True)
def paper_kites(sheet: Sheet) -> None:
    sun(sheet, 800, 1010, 76, "#fbd27a", "#f5a04a", "#fff4cf")
    clouds(sheet, (180, 420, 700, 860), WHITE, 0.55)
    karst(sheet, 1204, "#8fbcb8", "#d3e2cb", [(120, 190, 190), (330, 130, 170), (980, 210, 210)])
    hills(sheet, 1204, 70, "#6fa58f", "#b5d0a8", 7)
    _meadow(sheet)
    with sheet.block(INK, alpha=0.75) as strings:
        for (x, y, tall), (kx, ky, size, _) in zip(FLYERS, KITES, strict=True):
            strings.curve([(x + tall * 0.2, y - tall * 0.46), (x + 60, (y + ky) / 2 + 160), (kx, ky + size * 0.3)], 1.8)
    for (x, y, size, turn), inks in zip(KITES, SILKS, strict=True):
        _moon_kite(sheet, x, y, size, turn, inks)
    for x, y, size in ((160, 720, 40), (520, 800, 34), (960, 640, 44)):
        _diamond_kite(sheet, x, y, size)
    walkers(sheet, FLYERS)
    with sheet.block("#2f6b4f", "#12382f") as tufts:
        grass(tufts, sheet.rng, -20, 1090, 1612, 130, 200)
    bamboo(sheet, 985, 1620, 760, MOSS, "#143c30", 120)


def _meadow(sheet: Sheet) -> None:
    for level, ink, to, knife in (
        (1204, "#c3d48a", "#8fb862", "#5f8f4c"),
        (1270, "#a5c86e", "#5f9a5c", "#2f6b4f"),
        (1400, "#6fa85c", "#2a6a4f", "#17463a"),
    ):
        field = ground(sheet, level, ink, to, 14, 210)
        sheet.hatch(field, knife, 15, 3, 0.04, 0.45, 70, 8, 0.4)
        sheet.hatch(field, "#eef0b4", 22, 2.6, 0.04, 0.4, 60, 8, 0.55)


def _moon_kite(sheet: Sheet, x: float, y: float, s: float, turn: float, inks: tuple[str, str, str]) -> None:
    """A flute kite: a broad wing, a smaller one below, and a bow with its pipes across the top."""
    down = turn + pi / 2
    with sheet.block(inks[0], mix(inks[0], INK, 0.2)) as lower:
        _wing(lower, polar(x, y, down, s * 0.62), turn, s * 0.55, s * 0.3)
    with sheet.block(inks[1], inks[0]) as upper:
        _wing(upper, (x, y), turn, s, s * 0.5)
    with sheet.block(inks[2], within=upper) as inner:
        _wing(inner, polar(x, y, down, s * 0.06), turn, s * 0.7, s * 0.24)
    sheet.hatch(upper, mix(inks[0], INK, 0.4), 10, 2, down, 0.35, 60, 1, 0.3)
    top, foot = polar(x, y, down, -s * 0.36), polar(x, y, down, s * 0.95)
    with sheet.block("#4a2c1e") as spine:
        spine.stroke([top, foot], 4)
        spine.stroke([polar(*top, turn, -s * 0.3), polar(*top, turn, s * 0.3)], 9)


def _wing(block: Block, middle: Point, turn: float, reach: float, deep: float) -> None:
    tips = polar(*middle, turn, -reach), polar(*middle, turn, reach)
    crest, hollow = polar(*middle, turn + pi / 2, -deep), polar(*middle, turn + pi / 2, deep * 1.3)
    block.polygon(bezier([tips[0], crest, tips[1]]) + bezier([tips[1], hollow, tips[0]]))


def _diamond_kite(sheet: Sheet, x: float, y: float, s: float) -> None:
    tone = sheet.rng.choice((AMBER, LOTUS, WATER, BRICK))
    with sheet.block(mix(tone, WHITE, 0.2), tone) as kite:
        kite.polygon(
            [(x - s * 0.2, y - s), (x + s * 0.75, y - s * 0.1), (x + s * 0.2, y + s), (x - s * 0.75, y + s * 0.1)]
        )
    with sheet.block(INK, alpha=0.7) as cross:
        cross.stroke([(x - s * 0.2, y - s), (x + s * 0.2, y + s)], 2)
        cross.stroke([(x - s * 0.75, y + s * 0.1), (x + s * 0.75, y - s * 0.1)], 2)
    with sheet.block(tone) as tail:
        tail.curve([(x + s * 0.2, y + s), (x - s * 0.6, y + s * 2), (x + s * 0.9, y + s * 2.6), (x, y + s * 3.6)], 4)
        gable(tail, x + s * 0.1, y + s * 2.4, s * 0.3, s * 0.2)
