"""Flowers near by: lotus on a pond, orchids on a forest tree."""

from collections.abc import Sequence
from math import cos, pi, sin

from cms.sample.drawing.curves import Point, bezier, leaf, polar
from cms.sample.drawing.palette import CREAM, LAMP, LEAF, MOSS, PINE, PLUM, WHITE, mix
from cms.sample.drawing.plants import birds
from cms.sample.drawing.scene import scene
from cms.sample.drawing.sheet import Sheet
from cms.sample.drawing.water import ripples

PADS_FAR = ((120, 330, 130), (420, 260, 110), (760, 300, 140), (1000, 230, 120), (560, 400, 120))
PADS_MIDDLE = ((190, 620, 210), (860, 640, 230), (520, 800, 200), (1040, 880, 180), (40, 900, 170))
PADS_NEAR = ((300, 1180, 290), (900, 1240, 320), (90, 1520, 260), (620, 1540, 330))
PADS = ((PADS_FAR, "#3f7a5c", "#184a40"), (PADS_MIDDLE, LEAF, "#1f5747"), (PADS_NEAR, "#79b070", "#2a6a4f"))
BLOSSOMS = (
    (330, 620, 170, "#fbe3ec", "#cf4f8b"),
    (800, 760, 130, "#fdeaf1", "#dd6fa2"),
    (520, 1130, 270, "#fff1f5", "#e07aab"),
)
FOREST = (("#b9d0ad", "#8fb399", 9, 22), ("#8fb399", "#5b8c7a", 7, 34), ("#5b8c7a", "#2f655c", 4, 52))
# The three sepals and two broad petals of an orchid: where each points, and how wide it is.
PETALS = ((-pi / 2, 0.34), (pi / 6 + 0.35, 0.3), (pi * 5 / 6 - 0.35, 0.3), (-0.12, 0.52), (pi + 0.12, 0.52))


@scene("ho-sen", "#f3e2bd", "#7fa9a4", "#1c4b55", "#0f3540", "#0c2732", seed=44, upright=True)
def lotus_pond(sheet: Sheet) -> None:
    sheet.glow(760, 40, 620, "#fff1c8", 0.85)
    ripples(sheet, 180, 1600, 260, "#bcd7cf", 0.3)
    for pads, light, dark in PADS:
        for x, y, radius in pads:
            _pad(sheet, x, y, radius, light, dark)
    for x, y, size in ((700, 460, 62), (130, 760, 76), (990, 560, 70)):
        _stem(sheet, x, y + size * 0.3, y + 460, 24)
        _bud(sheet, x, y, size)
    _seed_head(sheet, 900, 930)
    for x, y, size, light, dark in BLOSSOMS:
        _stem(sheet, x, y, y + 520, -30)
        _lotus(sheet, x, y, size, light, dark)
    _dragonfly(sheet, 700, 395)


def _pad(sheet: Sheet, x: float, y: float, radius: float, light: str, dark: str) -> None:
    turn = sheet.rng.uniform(0, 6)
    with sheet.block("#06171d", alpha=0.6, soften=5) as shadow:
        shadow.disc(x - 8, y + 16, radius * 1.02, 0.5)
    with sheet.block(mix(light, "#f4f1c8", 0.4)) as rim:
        rim.disc(x, y, radius, 0.5)
    with sheet.block(light, dark) as face:
        face.disc(x, y, radius * 0.955, 0.5)
    sheet.hatch(face, dark, 10, 2.2, turn, 0.5, 60, 10, 0.45)
    with sheet.block(mix(light, "#eef2c4", 0.55), alpha=0.7) as veins:
        for step in range(18):
            aim = turn + step * pi / 9
            veins.curve(
                [(x, y), polar(x + 6, y, aim, radius * 0.5, 0.5), polar(x, y, aim, radius * 0.93, 0.5)],
                3.4 if step % 2 else 2.2,
            )
    with sheet.block("#e9e7b4") as heart:
        heart.disc(x, y, radius * 0.07, 0.5)


def _stem(sheet: Sheet, x: float, top: float, foot: float, lean: float) -> None:
    with sheet.block("#8fbc72", "#1f5747") as stem:
        stem.curve([(x + lean, foot), (x + lean * 0.6, (top + foot) / 2), (x, top)], 9)


def _lotus(sheet: Sheet, x: float, y: float, s: float, light: str, dark: str) -> None:
    """Three rings of petals, the hindmost and darkest first."""
    rings = (
        (7, 1.0, 0.34, mix(dark, PLUM, 0.35), dark),
        (6, 0.92, 0.36, dark, mix(light, dark, 0.55)),
        (5, 0.8, 0.36, mix(light, dark, 0.5), light),
    )
    for ring, (count, reach, wide, inner, outer) in enumerate(rings):
        for petal in range(count):
            fan = (petal / (count - 1) - 0.5) * 2
            turn = pi / 2 - fan * (1.45 - ring * 0.33)
            tip = (x + cos(turn) * s * reach, y - sin(turn) * s * reach * 1.05)
            _petal(sheet, (x, y), tip, s * wide, turn, (inner, outer))
    with sheet.block("#4c7c4c") as calyx:
        calyx.disc(x, y + s * 0.02, s * 0.17, 0.5)


def _petal(sheet: Sheet, foot: Point, tip: Point, wide: float, turn: float, inks: tuple[str, str]) -> None:
    outline = leaf(foot, tip, wide * 1.25)
    with sheet.block(*inks) as petal:
        petal.polygon(outline)
    sheet.hatch(petal, PLUM, 8, 1.6, -turn, 0.35, 60, 3, 0.4)
    with sheet.block(PLUM, alpha=0.55) as edge:
        edge.stroke(outline, 1.8)


def _bud(sheet: Sheet, x: float, y: float, s: float) -> None:
    with sheet.block("#f6c6d8", "#c23f7e") as bud:
        bud.swell(
            [
                (x, y + s * 0.4),
                (x - s * 0.9, y - s * 0.2),
                (x, y - s * 1.6),
                (x + s * 0.9, y - s * 0.2),
                (x, y + s * 0.4),
            ]
        )
    sheet.hatch(bud, PLUM, 8, 1.8, 1.5, 0.5, 50, 4, 0.35)


def _seed_head(sheet: Sheet, x: float, y: float) -> None:
    _stem(sheet, x, y + 40, y + 420, -24)
    with sheet.block("#86a95e", "#40704a") as cup:
        cup.swell([(x - 66, y - 26), (x - 50, y + 62), (x + 50, y + 62), (x + 66, y - 26)])
    with sheet.block("#c4d284") as top:
        top.disc(x, y - 26, 66, 0.34)
    with sheet.block("#4a6b3a") as seeds:
        for dx, dy in ((0, 0), (-34, 2), (34, 2), (-17, -10), (17, -10), (-16, 11), (18, 11)):
            seeds.disc(x + dx, y - 26 + dy, 7.5, 0.7)


def _dragonfly(sheet: Sheet, x: float, y: float) -> None:
    with sheet.block(CREAM, "#bcd7cf", alpha=0.85) as wings:
        for turn in (-0.5, -0.05, pi + 0.5, pi + 0.05):
            wings.leaf((x, y), polar(x, y, turn, 62), 9)
    with sheet.block("#c8462b") as body:
        body.stroke([(x - 6, y - 10), (x + 14, y + 62)], 6)
        body.disc(x - 8, y - 14, 8)


@scene("phong-lan", "#dfe8c4", "#b5cfa8", "#7fa98c", "#3f7466", "#1f4f4a", "#173f3e", seed=701, upright=True)
def orchids(sheet: Sheet) -> None:
    sheet.glow(760, 260, 900, "#fff6cf", 0.9)
    _forest(sheet)
    _trunk(sheet)
    for x, y, reach in ((470, 640, -1), (500, 660, 1), (480, 1060, 1), (450, 1080, -1)):
        _strap_leaves(sheet, x, y, reach)
    sprays = (
        [(480, 640), (640, 420), (860, 430), (930, 660)],
        [(470, 650), (330, 430), (160, 470), (110, 680)],
        [(480, 1060), (700, 860), (900, 900), (950, 1160)],
        [(470, 1080), (320, 930), (160, 1000), (130, 1210)],
    )
    for place, spray in enumerate(sprays):
        _spray(sheet, spray, ("#fbe9f3", "#c8549a") if place % 2 == 0 else ("#fff7e2", "#e8b63c"))
    _ferns(sheet)


def _forest(sheet: Sheet) -> None:
    rng = sheet.rng
    for ink, to, count, wide in FOREST:
        with sheet.block(ink, to, alpha=0.85) as trunks:
            for step in range(count):
                x = 1066 * (step + rng.uniform(0.1, 0.9)) / count
                trunks.polygon(
                    [(x - wide * 0.5, 1605), (x - wide * 0.3, -5), (x + wide * 0.3, -5), (x + wide * 0.5, 1605)]
                )
        with sheet.block(ink, to, alpha=0.8) as canopy:
            for _ in range(60):
                canopy.disc(rng.uniform(-20, 1090), rng.gauss(60, 70), wide * rng.uniform(1.0, 2.2), 0.6)
    with sheet.block("#f9f2c8", alpha=0.28, soften=8, fade="up") as shafts:
        for x in (420, 640, 860):
            shafts.polygon([(x + 160, -5), (x + 260, -5), (x - 160, 1300), (x - 360, 1300)])
    with sheet.block("#fdf6d8") as flock:
        birds(flock, rng, 780, 240, 4, 90, 20)


def _trunk(sheet: Sheet) -> None:
    west = bezier([(380, 1610), (430, 1200), (380, 700), (420, -10)])
    east = bezier([(560, -10), (540, 600), (590, 1200), (640, 1610)])
    with sheet.block("#5f4a38", "#2a231f") as trunk:
        trunk.polygon(west + east)
        trunk.polygon(
            bezier([(520, 420), (700, 250), (900, 200), (1080, 80)])
            + bezier([(1080, 110), (900, 250), (740, 320), (540, 520)])
        )
    sheet.hatch(trunk, "#1a1412", 13, 4, pi / 2, 0.65, 110, 14, 0.2)
    sheet.hatch(trunk, "#c9a57a", 22, 3, pi / 2, 0.5, 80, 14, 0.5)
    sheet.again(trunk, "#1b2a2c", alpha=0.6, fade="left")
    rng = sheet.rng
    for ink in (PINE, "#6f9a58", "#a9c07a"):
        with sheet.block(ink, alpha=0.8, within=trunk) as moss:
            for _ in range(170):
                moss.disc(390 + abs(rng.gauss(0, 34)), rng.gauss(820, 420), rng.uniform(2, 9), 0.7)


def _strap_leaves(sheet: Sheet, x: float, y: float, side: int) -> None:
    for lift, reach, ink in ((-0.15, 300, PINE), (0.25, 270, MOSS), (0.62, 220, LEAF), (-0.5, 230, MOSS)):
        tip = (x + side * reach, y + reach * lift)
        with sheet.block(mix(ink, "#dfe8a8", 0.25), ink) as blade:
            blade.leaf((x, y), tip, 30, side * -0.16)
        with sheet.block("#e6ecb4", alpha=0.5) as rib:
            rib.curve([(x, y), ((x + tip[0]) / 2, (y + tip[1]) / 2 - reach * 0.15), tip], 2)


def _spray(sheet: Sheet, points: Sequence[Point], inks: tuple[str, str]) -> None:
    """An arching stem, flowers along it, smaller towards the tip, and buds at the end."""
    stem = bezier(points, 30)
    with sheet.block("#8fae5c", MOSS) as line:
        line.stroke(stem, 6)
        for place in (27, 28, 29):
            line.disc(stem[place][0] + (place - 28) * 12, stem[place][1] + 14, 13 - (place - 27) * 2, 1.3)
    for step, place in enumerate((10, 13, 16, 19, 22, 25)):
        x, y = stem[place]
        _orchid(sheet, x + (-1) ** step * 16, y + 40, 112 - step * 9, inks)


def _orchid(sheet: Sheet, x: float, y: float, s: float, inks: tuple[str, str]) -> None:
    light, dark = inks
    with sheet.block("#0f2c2c", alpha=0.3, soften=4) as shadow:
        shadow.disc(x - 8, y + 14, s * 0.8)
    for turn, wide in PETALS:
        with sheet.block(light, mix(light, dark, 0.55)) as petal:
            petal.leaf((x, y), polar(x, y, turn, s), s * wide)
        sheet.hatch(petal, dark, 8, 1.6, turn, 0.4, 40, 2, 0.35)
    side, foot = s * 0.42, y + s * 0.3
    with sheet.block(dark, mix(dark, PLUM, 0.6)) as lip:
        lip.swell([(x - s * 0.08, y), (x - side, foot), (x, y + s * 0.9), (x + side, foot), (x + s * 0.08, y)])
    with sheet.block(LAMP if dark != "#e8b63c" else WHITE) as heart:
        heart.disc(x, y + s * 0.06, s * 0.11)


def _ferns(sheet: Sheet) -> None:
    rng = sheet.rng
    with sheet.block("#1f5747", "#0b2a2a") as ferns:
        for x in range(-40, 1120, 90):
            tip = (x + rng.uniform(-120, 120), 1330 + rng.uniform(-70, 60))
            frond = bezier([(x, 1620), (x, 1440), tip], 16)
            ferns.stroke(frond, 4)
            for place, (px, py) in enumerate(frond[3:]):
                reach = 74 - place * 4.6
                for side in (-1, 1):
                    ferns.leaf((px, py), (px + side * reach, py - reach * 0.35), 7, side * 0.1)
