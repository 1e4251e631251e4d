"""The highlands: pines in fog, the communal house on a festival night."""

from math import pi, sin

from cms.sample.drawing.curves import bezier
from cms.sample.drawing.land import hills, mist
from cms.sample.drawing.light import crescent, stars, sun
from cms.sample.drawing.palette import BRICK, INK, LAMP, RED, mix
from cms.sample.drawing.people import dancer, walkers
from cms.sample.drawing.plants import birds, grass, palm, pine
from cms.sample.drawing.scene import scene
from cms.sample.drawing.sheet import Sheet

DUSK_HILLS = ((690, 240, "#41697a", "#9a8a7c"), (750, 200, "#2d5262", "#6f7470"), (845, 170, "#1f3f4b", "#40545a"))
DANCERS = (
    (950, 894, 104),
    (1002, 882, 98),
    (1050, 894, 106),
    (1212, 892, 102),
    (1264, 902, 110),
    (1316, 892, 98),
    (556, 886, 94),
    (604, 890, 94),
)
FLAMES = ((44, 150, "#e2553d", "#c8462b"), (28, 104, "#ffab3a", "#f07a2c"), (14, 60, "#fff0b0", LAMP))


@scene("doi-thong", "#e9d7b4", "#f3e8cc", "#dfe6d8", "#b9cfca", "#9bb9b6", seed=401, upright=True)
def pine_hill(sheet: Sheet) -> None:
    sun(sheet, 690, 420, 92, "#fdf3d2", "#f9dfa0", "#fff7de")
    hills(sheet, 700, 170, "#b5cbc6", "#dfe6d8", 4)
    hills(sheet, 820, 150, "#93b4b0", "#d3dfd3", 5)
    tones = (("#86a9a5", 860, 210), ("#5f8e8b", 990, 290), ("#38696b", 1150, 400))
    for tone, level, tall in tones:
        _slope_with_pines(sheet, level, tall, tone)
        mist(sheet, 420, level + 60, 620, "#e6ebdd", 0.75, 0.1)
        mist(sheet, 900, level + 84, 420, "#eef0e2", 0.6, 0.09)
    _path(sheet)
    with sheet.block("#3e6464") as flock:
        birds(flock, sheet.rng, 380, 420, 6, 150, 20)
    with sheet.block("#12383c", "#0a2229") as near:
        for x, foot, tall in ((90, 1640, 1240), (960, 1660, 1480)):
            pine(near, sheet.rng, x, foot, tall)
        grass(near, sheet.rng, -20, 1090, 1612, 90, 200)


def _slope_with_pines(sheet: Sheet, level: float, tall: float, tone: str) -> None:
    rng = sheet.rng
    with sheet.block(tone, mix(tone, "#e6ebdd", 0.25)) as trees:
        for x in range(-20, 1100, round(tall * 0.27)):
            place = x + rng.uniform(-20, 20)
            pine(trees, rng, place, _slope(place, level) + 20, tall * rng.uniform(0.7, 1.15))
    with sheet.block(tone, mix(tone, "#e6ebdd", 0.7)) as slope:
        slope.below([(x, _slope(x, level)) for x in range(-20, 1100, 20)], level + 320)
    sheet.hatch(slope, mix(tone, INK, 0.25), 14, 2.4, 0.12, 0.35, 60, 8, 0.5)


def _slope(x: float, level: float) -> float:
    return level + 40 * sin(x / 260 + level) + 20 * sin(x / 97)


def _path(sheet: Sheet) -> None:
    """The near slope, and a path on which two people walk into the light."""
    with sheet.block("#3d6c5c", "#12383c") as slope:
        slope.below([(x, 1300 + 50 * sin(x / 330 + 0.4)) for x in range(-20, 1100, 20)], 1610)
    sheet.hatch(slope, "#7fa27c", 16, 3, 0.08, 0.45, 60, 10, 0.5)
    sheet.hatch(slope, "#0c2a30", 15, 3, 0.1, 0.5, 60, 10, 0.4)
    with sheet.block("#e3cf9f", "#a88456") as path:
        path.polygon(
            bezier([(470, 1610), (430, 1480), (640, 1430), (560, 1345)])
            + bezier([(578, 1345), (690, 1430), (560, 1490), (690, 1610)])
        )
    walkers(sheet, ((548, 1400, 92), (596, 1408, 86)))


@scene("nha-rong", "#0d2233", "#1d4459", "#4c6f7c", "#c98b6a", "#f0b86c", "#f0b86c", seed=83)
def communal_house(sheet: Sheet) -> None:
    stars(sheet, 130, 420)
    crescent(sheet, 320, 180, 54)
    sheet.glow(1200, 620, 620, "#ffc877", 0.55)
    for level, tall, colour, to in DUSK_HILLS:
        hills(sheet, level, tall, colour, to, foot=860)
    with sheet.block("#5a4a3a", "#14202a") as yard:
        yard.below(bezier([(-5, 852), (400, 830), (1200, 830), (1605, 856)]), 1072)
    sheet.hatch(yard, "#c98b52", 12, 2.6, 0.02, 0.45, 70, 6, 0.5)
    _thatch(sheet, 820)
    _platform(sheet, 820)
    _festival_pole(sheet)
    _fire(sheet, 1130, 868)
    _villagers_and_palms(sheet)


def _villagers_and_palms(sheet: Sheet) -> None:
    with sheet.block("#15161d") as ring:
        for x, y, tall in DANCERS:
            dancer(ring, x, y, tall)
    with sheet.block("#0f2630", "#0b1a22") as palms:
        for x, y, tall in ((150, 850, 320), (255, 858, 230), (1480, 850, 300), (52, 860, 240)):
            palm(palms, sheet.rng, x, y, tall)
    with sheet.block("#0b1a20") as tufts:
        grass(tufts, sheet.rng, -20, 1620, 1080, 110, 260)


def _thatch(sheet: Sheet, x: float) -> None:
    west = bezier([(x - 250, 612), (x - 150, 400), (x - 130, 190), (x - 122, 80)])
    with sheet.block("#d6a860", "#7a4f30") as roof:
        roof.polygon(west + [(2 * x - px, py) for px, py in reversed(west)])
    sheet.hatch(roof, "#4a2a1c", 13, 3.4, 1.5, 0.6, 90, 6, 0.25)
    sheet.hatch(roof, "#f0d090", 16, 2.6, 0.03, 0.6, 50, 2, 0.4)
    with sheet.block(BRICK, alpha=0.8, within=roof) as pattern:
        for step in range(4):
            y = 300 + step * 68
            pattern.polygon([(x - 54, y), (x, y - 30), (x + 54, y), (x, y + 30)])
            pattern.polygon([(x - 24, y), (x, y - 13), (x + 24, y), (x, y + 13)], tone=0)
    sheet.again(roof, "#1a2230", alpha=0.6, fade="left")
    with sheet.block("#3b2420") as comb:
        comb.box_of(x - 130, 80, x + 130, 93)
        for tooth in range(8):
            comb.polygon(
                [(x - 130 + tooth * 33, 86), (x - 113 + tooth * 33, 48 - tooth % 2 * 18), (x - 96 + tooth * 33, 86)]
            )


def _platform(sheet: Sheet, x: float) -> None:
    with sheet.block("#6a432e", "#4a2c22") as wall:
        wall.polygon([(x - 230, 610), (x + 230, 610), (x + 214, 716), (x - 214, 716)])
    sheet.hatch(wall, "#2a1814", 14, 3.4, pi / 2, 0.7, 120, 1, 0.05)
    with sheet.block("#ffd98a", "#f0a04a") as openings:
        openings.box_of(x - 34, 630, x + 34, 716)
        for side in (-160, 110):
            openings.box_of(x + side, 640, x + side + 50, 676)
    sheet.glow(x, 690, 190, "#ffb84d", 0.5)
    with sheet.block("#241714") as stilts:
        stilts.box_of(x - 262, 714, x + 262, 730)
        for post in range(8):
            stilts.box_of(x - 236 + post * 66, 728, x - 222 + post * 66, 850)
    with sheet.block("#8a5a38", "#6a4228") as stairs:
        stairs.polygon([(x - 18, 726), (x + 18, 726), (x + 36, 858), (x - 36, 858)])
    with sheet.block("#2a1814") as treads:
        for step in range(6):
            treads.box_of(x - 20 - step * 2, 744 + step * 18, x + 20 + step * 2, 749 + step * 18)


def _festival_pole(sheet: Sheet) -> None:
    with sheet.block("#241714") as pole:
        pole.stroke([(1420, 856), (1420, 260)], 9)
        pole.curve([(1420, 264), (1450, 200), (1510, 214), (1524, 290)], 6)
        for step in range(4):
            pole.stroke([(1524, 286), (1512 + step * 8, 360)], 2.4)
        for y in (330, 420, 510):
            pole.box_of(1398, y, 1442, y + 9)
    with sheet.block(RED, "#8e2f22") as pennants:
        for y in (330, 420, 510):
            pennants.polygon([(1398, y + 9), (1442, y + 9), (1420, y + 54)])


def _fire(sheet: Sheet, x: float, foot: float) -> None:
    sheet.glow(x, foot - 20, 320, "#ff9a3c", 0.75)
    for wide, high, ink, to in FLAMES:
        tip = (x + 6, foot - high)
        west = [(x - wide, foot), (x - wide * 1.3, foot - high * 0.5), (x - wide * 0.2, foot - high * 0.7), tip]
        east = [tip, (x + wide * 0.9, foot - high * 0.6), (x + wide * 1.3, foot - high * 0.4), (x + wide, foot)]
        with sheet.block(ink, to) as flame:
            flame.polygon(bezier(west) + bezier(east))
    with sheet.block("#1a1110") as logs:
        logs.stroke([(x - 64, foot + 8), (x + 54, foot - 4)], 11)
        logs.stroke([(x - 54, foot - 6), (x + 64, foot + 9)], 11)
