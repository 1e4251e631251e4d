"""Rivers: below limestone hills, through a cave, under a bridge."""

from math import pi, sin
from random import Random

from cms.sample.drawing.boats import sampan
from cms.sample.drawing.curves import Point, bezier, polar
from cms.sample.drawing.land import hills, karst, mist
from cms.sample.drawing.light import glitter, sun
from cms.sample.drawing.palette import INK, LAMP, MOSS, RED, SUN, mix
from cms.sample.drawing.plants import birds, grass, leaves
from cms.sample.drawing.scene import scene
from cms.sample.drawing.sheet import Sheet
from cms.sample.drawing.water import reflect, ripples, still_water

# A peak of limestone is a place, a height and a width.
FAR_PEAKS = [(110, 190, 150), (310, 160, 170), (760, 200, 150), (960, 250, 160), (1500, 230, 190)]
MIDDLE_PEAKS = [(30, 300, 190), (700, 150, 150), (860, 300, 170), (1120, 210, 170), (1580, 330, 200)]
NEAR_PEAKS = [(190, 400, 210), (1010, 250, 190), (1300, 440, 220), (1470, 260, 180)]
# A wall of the cave is how far it opens, its two inks, and that of the knife.
CAVE_WALLS = (
    (300, "#6f8a78", "#4d7471", "#42655f"),
    (375, "#3f5f5c", "#24484e", "#1c3a40"),
    (455, "#24424a", "#15323c", "#4b7276"),
    (560, "#15303a", "#0d222c", "#2e5560"),
)


@scene("thuyen-tren-song", "#f3cf8c", "#f6dfae", "#e8e6cf", "#c7dcd8", "#c7dcd8", seed=61)
def river(sheet: Sheet) -> None:
    sun(sheet, 560, 300, 90, SUN, "#e2553d")
    karst(sheet, 614, "#b4cdca", "#e4e6d2", FAR_PEAKS)
    karst(sheet, 614, "#7fabae", "#d3dfd2", MIDDLE_PEAKS)
    mist(sheet, 1180, 590, 420, "#f3ecd2")
    near = karst(sheet, 614, "#3d7480", "#a9c8bf", NEAR_PEAKS)
    sheet.hatch(near, "#265866", 12, 3.0, 1.35, 0.5, 60, 10, 0.35)
    mist(sheet, 420, 612, 520, "#f6ecca", 0.75, 0.07)
    still_water(sheet, 610, "#d9dfc4", "#2f7083")
    reflect(sheet, 610, 320, 0.6, 6)
    ripples(sheet, 612, 1070, 110, "#fdf4d6", 0.5)
    ripples(sheet, 640, 1070, 120, "#16485a", 0.45)
    glitter(sheet, 560, 614, 960, 80, SUN, 0.6)
    _boats_on_the_river(sheet)


def _boats_on_the_river(sheet: Sheet) -> None:
    with sheet.block("#123240") as far:
        sampan(far, 800, 720, 150)
        sampan(far, 1120, 668, 84)
        sampan(far, 1250, 682, 74, covered=True)
        sampan(far, 400, 700, 100, covered=True)
    with sheet.block(MOSS, "#c9a23c") as load:
        for x, y in ((1010, 868), (1036, 868), (1062, 870), (1024, 850), (1050, 850)):
            load.disc(x, y, 15)
    with sheet.block(INK) as near:
        sampan(near, 1130, 890, 420)
    with sheet.block("#2f5c66") as flock:
        birds(flock, sheet.rng, 860, 220, 8, 170, 20)
    with sheet.block("#245544", "#0a1f26") as reeds:
        grass(reeds, sheet.rng, -30, 380, 1080, 330, 120)
        grass(reeds, sheet.rng, 1480, 1640, 1080, 260, 60)


@scene("song-trong-hang", "#f7e6b4", "#f3dfae", "#d9e3cd", "#b5d3cd", "#6fa5a8", seed=211, upright=True)
def cave_river(sheet: Sheet) -> None:
    sheet.glow(600, 640, 620, "#fff6d8", 0.9)
    karst(sheet, 1060, "#a9cbc4", "#dfe6cc", [(470, 360, 190), (760, 420, 210)])
    karst(sheet, 1060, "#5f9c8e", "#b9d3b8", [(380, 220, 190), (640, 300, 180), (850, 210, 180)])
    for reach, ink, to, knife in CAVE_WALLS:
        _cave_wall(sheet, sheet.rng, reach, ink, to, knife)
    still_water(sheet, 1076, "#7fa9a2", "#0d2731")
    reflect(sheet, 1076, 520, 0.85, 6)
    ripples(sheet, 1080, 1600, 150, "#eadfae", 0.4, 0.8)
    ripples(sheet, 1120, 1600, 120, "#07161d", 0.5, 0.9)
    with sheet.block("#0e2a33") as boats:
        sampan(boats, 690, 1126, 130)
        sampan(boats, 470, 1172, 190, covered=True)
        sampan(boats, 600, 1370, 480)
    sheet.glow(452, 1330, 90, LAMP, 0.75)
    with sheet.block(LAMP) as lamp:
        lamp.disc(452, 1330, 10)


def _cave_wall(sheet: Sheet, rng: Random, reach: float, ink: str, to: str, knife: str) -> None:
    """One ring of rock around the mouth of the cave, hung with stalactites."""
    with sheet.block(ink, to) as rock:
        rock.box_of(-5, -5, sheet.width + 5, 1080)
        rock.polygon(_mouth(rng, 590, 1090, reach), tone=0)
    sheet.hatch(rock, knife, 16, 4.2, pi / 2 - 0.08, 0.5, 90, 14, 0.35)
    with sheet.block(mix(ink, "#f7e6b4", 0.4), alpha=0.35, within=rock) as edge:
        edge.polygon(_mouth(Random(int(reach)), 594, 1086, reach * 1.035))
    with sheet.block(mix(ink, INK, 0.35), within=rock) as hanging:
        for _ in range(16):
            turn = rng.uniform(pi * 1.04, pi * 1.96)
            x, y = polar(590, 1090, turn, reach * rng.uniform(1.06, 1.4), 1.75)
            hanging.leaf(
                (x, y - reach * 0.25), (x + rng.uniform(-6, 6), y + reach * rng.uniform(0.05, 0.2)), reach * 0.05
            )


def _mouth(rng: Random, x: float, foot: float, reach: float) -> list[Point]:
    """The outline of the opening: rough at the sides, hung with long teeth above."""
    outline = []
    for step in range(61):
        turn = pi + pi * step / 60
        tooth = rng.uniform(0.0, 0.2) if step % 4 == 2 and 12 < step < 50 else rng.uniform(0, 0.035)
        outline.append(polar(x, foot, turn, reach * (1 - tooth), 1.75 + 0.12 * sin(turn * 3)))
    return outline


@scene("cau-qua-song", "#0f2b3d", "#22546c", "#5f93a2", "#b9c9c0", "#e7cfa6", "#e7cfa6", seed=113)
def bridge(sheet: Sheet) -> None:
    sheet.glow(800, 640, 640, "#ffdca0", 0.55)
    hills(sheet, 644, 200, "#416f80", "#7fa2a4", 4)
    _town_lights(sheet)
    still_water(sheet, 640, "#5d8d99", "#0d2534")
    _deck_and_towers(sheet)
    reflect(sheet, 690, 350, 0.5, 7)
    ripples(sheet, 660, 1070, 150, "#cfe0da", 0.3)
    _lamplight_on_water(sheet)
    with sheet.block("#081a24") as boats:
        sampan(boats, 430, 872, 270, covered=True)
        sampan(boats, 1180, 800, 140)
    sheet.glow(392, 852, 70, LAMP, 0.7)
    with sheet.block(LAMP) as lamp:
        lamp.disc(392, 852, 7)
    _rain(sheet)
    _willow(sheet)


def _level(x: float) -> float:
    """The height of the roadway, which rises towards the middle of the river."""
    return 560 - 74 * (1 - ((x - 800) / 900) ** 2)


def _town_lights(sheet: Sheet) -> None:
    rng = sheet.rng
    with sheet.block("#1d4457", "#2f5f6f") as town:
        for west in range(-10, 1610, 26):
            high = rng.uniform(24, 150) * (0.5 + 0.5 * sin(west / 210) ** 2)
            town.box_of(west, 644 - high, west + rng.uniform(18, 52), 644)
    with sheet.block(LAMP, within=town) as windows:
        for _ in range(420):
            x, y = rng.uniform(0, 1600), 630 - rng.random() * 110
            windows.box_of(x, y, x + 4, y + 5)


def _deck_and_towers(sheet: Sheet) -> None:
    places = range(-20, 1640, 20)
    with sheet.block("#8fa9a8", "#39606c") as piers:
        for x in (100, 300, 790, 1290, 1490):
            piers.box_of(x, _level(x) + 10, x + 26, 694)
    for x in (520, 1080):
        _tower_and_cables(sheet, x)
    with sheet.block("#efe4c6", "#8a9a98") as deck:
        deck.polygon([(x, _level(x)) for x in places] + [(x, _level(x) + 22) for x in reversed(places)])
    with sheet.block("#c8462b") as cars:
        for x, long in ((220, 34), (660, 22), (900, 40), (1210, 24), (1400, 22)):
            cars.box_of(x, _level(x) - 10, x + long, _level(x))
    with sheet.block(LAMP) as lamps:
        for x in range(10, 1600, 44):
            lamps.disc(x, _level(x) - 16, 4.5)


def _tower_and_cables(sheet: Sheet, x: float) -> None:
    with sheet.block("#f3e9cd", alpha=0.85) as cables:
        for step in range(11):
            for side in (-1, 1):
                end = x + side * (60 + step * 44)
                cables.stroke([(x, 130 + step * 20), (end, _level(end))], 2.2)
    with sheet.block("#f6ecd0", "#5d7f88") as tower:
        tower.polygon([(x - 26, 704), (x - 13, 430), (x - 6, 100), (x + 6, 100), (x + 13, 430), (x + 26, 704)])
    with sheet.block(RED) as light:
        light.disc(x, 96, 7)


def _lamplight_on_water(sheet: Sheet) -> None:
    rng = sheet.rng
    with sheet.block(LAMP, alpha=0.6) as path:
        for x in range(10, 1600, 44):
            for y in range(720, 1050, 17):
                if rng.random() > 0.4:
                    path.cut_line((x - rng.uniform(4, 20), y), (x + rng.uniform(4, 26), y), 4)


def _rain(sheet: Sheet) -> None:
    rng = sheet.rng
    with sheet.block("#e6efe9", alpha=0.35) as rain:
        for _ in range(420):
            x, y, long = rng.uniform(0, 1640), rng.uniform(-40, 1060), rng.uniform(24, 62)
            rain.cut_line((x, y), (x - long * 0.34, y + long), 2.2)


def _willow(sheet: Sheet) -> None:
    rng = sheet.rng
    with sheet.block("#1f5a52", "#0d3038") as boughs:
        for start in range(1310, 1650, 24):
            bough = bezier([(start, -10), (start + 50, 110), (start - 30, 250 + (start - 1310) * 0.5)], 14)
            boughs.stroke(bough, 2.6)
            leaves(boughs, rng, bough[2:], 24, 1.6)
