"""Old places: the gate of a wall, a street of lanterns, a banyan by the landing. Each is invented."""

from collections.abc import Callable
from math import sin

from cms.sample.drawing.block import Block
from cms.sample.drawing.boats import sampan
from cms.sample.drawing.buildings import bell_arch, brickwork, cottage, lantern, tiles, upswept_roof
from cms.sample.drawing.curves import Point, bezier
from cms.sample.drawing.land import hills
from cms.sample.drawing.light import clouds, glitter, stars, sun
from cms.sample.drawing.palette import BRICK, INK, PINE, PLUM, RED, WHITE, mix
from cms.sample.drawing.people import walkers
from cms.sample.drawing.plants import birds, crown, grass
from cms.sample.drawing.scene import scene
from cms.sample.drawing.sheet import Sheet
from cms.sample.drawing.water import reflect, ripples, still_water

FOLIAGE = ("#8fb37a", "#4f8056", "#204a3c")
SILKS = ("#ffb648", "#e2553d", "#dc6a9f", "#ffd66e", "#6fb7a8", "#f0893e", "#c8417f")
HOUSES = (
    (560, 690, 470, 430, 0.05, -1),
    (910, 1050, 470, 430, 0.05, 1),
    (330, 560, 440, 330, 0.12, -1),
    (1050, 1290, 430, 320, 0.12, 1),
    (-20, 330, 330, 130, 0.22, -1),
    (1290, 1620, 320, 120, 0.22, 1),
)
GATEWAY = ((196, 222, "#e2d3b2", "#a89578"), (162, 202, "#2a2a2c", "#463c36"), (104, 132, "#f9e2ac", "#e2c68e"))
STEMS = (-150, -84, -30, 26, 80, 150)


@scene("cua-thanh", "#bcd6d6", "#e4e8d6", "#f6e6c2", "#f3d9a6", "#f3d9a6", seed=33)
def old_gate(sheet: Sheet) -> None:
    sun(sheet, 330, 250, 58, "#fbe0a0", "#f6c56e", "#fff4d2")
    clouds(sheet, (110, 200, 300), WHITE, 0.6)
    hills(sheet, 600, 150, "#9dbab2", "#cfd8c0", 4)
    for x, wide in ((60, 150), (250, 120), (1500, 160), (1290, 110)):
        crown(sheet, x, 560, wide, 60, FOLIAGE, 46)
    _ramparts(sheet)
    _pavilion(sheet)
    _flame_tree(sheet)
    walkers(sheet, ((930, 742, 62), (972, 742, 58)))
    walkers(sheet, ((630, 742, 60),), pole=True)
    still_water(sheet, 742, "#a9bfa8", "#264a4a")
    reflect(sheet, 742, 310, 0.7, 5)
    ripples(sheet, 744, 1070, 110, "#f4e6c3", 0.4)
    _moat_lotus(sheet)
    with sheet.block("#22282c") as boat:
        sampan(boat, 330, 900, 230)


def _ramparts(sheet: Sheet) -> None:
    with sheet.block("#c4a888", "#7d6a58") as wall:
        wall.polygon([(-5, 590), (470, 590), (470, 744), (-5, 744)])
        wall.polygon([(1130, 590), (1605, 590), (1605, 744), (1130, 744)])
        wall.polygon([(430, 744), (440, 560), (1160, 560), (1170, 744)])
        wall.polygon([(520, 744), (534, 470), (1066, 470), (1080, 744)])
    brickwork(sheet, wall)
    sheet.again(wall, "#f6cf94", alpha=0.4, fade="left")
    _copings(sheet)
    for wide, high, ink, to in GATEWAY:
        with sheet.block(ink, to) as gate:
            bell_arch(gate, 800, 744, wide, high)


def _copings(sheet: Sheet) -> None:
    with sheet.block("#e6d6b4", "#a2917a") as copings:
        copings.box_of(526, 462, 1074, 477)
        copings.box_of(432, 552, 526, 565)
        copings.box_of(1074, 552, 1168, 565)
        copings.box_of(-5, 582, 440, 595)
        copings.box_of(1160, 582, 1605, 595)
        for step in range(11):
            copings.box_of(540 + step * 49, 440, 570 + step * 49, 466)


def _pavilion(sheet: Sheet) -> None:
    with sheet.block("#efe3c4", "#c7b491") as walls:
        walls.box_of(610, 322, 990, 440)
        walls.box_of(688, 190, 912, 270)
    sheet.again(walls, "#7f7a6c", alpha=0.5, fade="right")
    with sheet.block("#31464a", "#22343a") as openings:
        for x in (640, 720, 836, 916):
            openings.arch(x, x + 44, 440, 372)
        openings.arch(772, 828, 440, 364)
        for x in (714, 760, 814, 860):
            openings.arch(x, x + 26, 270, 222)
    with sheet.block("#8a4a3a", "#6a382f") as posts:
        for x in (604, 696, 756, 836, 896, 988):
            posts.box_of(x, 318, x + 9, 442)
    _roofs(sheet)


def _roofs(sheet: Sheet) -> None:
    with sheet.block("#a0603c", "#6b3a2c") as roofs:
        upswept_roof(roofs, 800, 318, 520, 78, 0.14)
        upswept_roof(roofs, 800, 186, 340, 84, 0.16)
    tiles(sheet, roofs, "#e0b07a", "#5a2f26")
    with sheet.block("#4a2f2a") as ridges:
        ridges.box_of(708, 98, 892, 108)
        ridges.box_of(660, 236, 940, 245)
        for side in (-1, 1):
            ridges.curve([(800 + side * 90, 106), (800 + side * 108, 98), (800 + side * 112, 78)], 6)
        ridges.disc(800, 92, 10)


def _flame_tree(sheet: Sheet) -> None:
    rng = sheet.rng
    with sheet.block("#3b2f2c") as trunk:
        for branch in range(4):
            trunk.curve([(1330, 742), (1330, 560), (1250 + branch * 60, 420 - abs(branch - 1) * 30)], 15 - branch * 2)
    spots = [(rng.gauss(1340, 120), rng.gauss(400, 44), rng.uniform(10, 26)) for _ in range(190)]
    for ink, to, share, size in (("#4f8056", "#2a5a45", 1, 1.0), (RED, "#b43a24", 2, 0.6), ("#f0894a", RED, 4, 0.3)):
        with sheet.block(ink, to) as blossom:
            for x, y, radius in spots[::share]:
                blossom.disc(x, y - 12 * (1 - size), radius * size, 0.6)


def _moat_lotus(sheet: Sheet) -> None:
    rng = sheet.rng
    pads = sorted(((rng.uniform(0, 1600), 800 + rng.random() ** 0.8 * 250) for _ in range(64)), key=lambda pad: pad[1])
    with sheet.block("#173f36", alpha=0.8) as shade:
        for x, y in pads:
            shade.disc(x + 2, y + 4, 14 + (y - 790) * 0.15, 0.34)
    with sheet.block("#8db276", "#2f6b4f") as leaves:
        for x, y in pads:
            leaves.disc(x, y, 14 + (y - 790) * 0.15, 0.34)
    with sheet.block("#f4b3cd", PLUM) as flowers:
        for x, y in pads[2::6]:
            size = 10 + (y - 790) * 0.1
            for lean in (-1.1, -0.5, 0, 0.5, 1.1):
                flowers.leaf((x, y), (x + lean * size * 1.2, y - size * (2.3 - abs(lean) * 0.7)), size * 0.5)


@scene("pho-den-long", "#0f2437", "#23395a", "#5a4468", "#b0606a", "#e79a62", "#e79a62", seed=52)
def lantern_street(sheet: Sheet) -> None:
    stars(sheet, 60, 260)
    sheet.glow(800, 560, 560, "#ffc46b", 0.8)
    for left, right, far, near, shade, side in HOUSES:
        _house(sheet, (right, left) if side < 0 else (left, right), (far, near), shade, side)
    _end_of_the_street(sheet)
    with sheet.block("#8d5648", "#1f2436") as street:
        street.polygon([(690, 738), (910, 738), (1640, 1072), (-40, 1072)])
    sheet.hatch(street, "#ffd48a", 13, 3, 0.0, 0.4, 70, 3, 0.5)
    sheet.hatch(street, "#0f1c2e", 10, 3, 0.0, 0.5, 80, 4, 0.5)
    for row in ((420, 560, 480, 14, 6), (372, 420, 770, 19, 7), (300, 250, 980, 26, 7), (150, 60, 1500, 44, 7)):
        _string_of_lanterns(sheet, street, *row)
    walkers(
        sheet, ((742, 790, 82), (640, 866, 136), (1010, 936, 196), (1076, 946, 186)), colour="#1a1a2a", straw="#d9a45c"
    )
    walkers(sheet, ((868, 806, 92),), pole=True, colour="#1a1a2a", straw="#d9a45c")


def _ground(x: float, side: int) -> float:
    """Where a house stands: the street widens towards the viewer."""
    return 738 + (690 - x if side < 0 else x - 910) / 730 * 336


def _house(sheet: Sheet, ends: tuple[float, float], eaves: tuple[float, float], shade: float, side: int) -> None:
    (far, near), (eaves_far, eaves_near) = ends, eaves
    with sheet.block(mix("#e0a448", INK, shade), mix("#8c5226", INK, shade)) as wall:
        wall.polygon([(far, eaves_far), (near, eaves_near), (near, _ground(near, side)), (far, _ground(far, side))])
    sheet.hatch(wall, "#3a2018", 12, 2.4, 1.55, 0.4, 90, 4, 0.35)
    with sheet.block(mix(BRICK, INK, shade), "#2b1a20") as roof:
        eaves_line = [(far, eaves_far - 6), (near, eaves_near - 10)]
        roof.polygon([*eaves_line, (near - side * 10, eaves_near - 92), (far - side * 10, eaves_far - 46)])
    sheet.hatch(roof, "#1a1018", 14, 3, 1.4, 0.6, 70, 1, 0.1)

    def at(share: float, down: float) -> tuple[float, float]:
        x, top = far + (near - far) * share, eaves_far + (eaves_near - eaves_far) * share
        return x, top * (1 - down) + _ground(x, side) * down

    for door in range(3):
        _door_and_shutters(sheet, at, 0.14 + 0.29 * door, 0.33 + 0.29 * door)


def _door_and_shutters(sheet: Sheet, at: Callable[[float, float], Point], west: float, east: float) -> None:
    with sheet.block("#ffcf7a", "#d0803c") as door:
        door.polygon([at(west, 0.42), at(east, 0.42), at(east, 0.98), at(west, 0.98)])
    with sheet.block("#3b1d18") as planks:
        for step in range(5):
            share = west + (east - west) * step / 4
            planks.stroke([at(share, 0.42), at(share, 0.98)], 3.4)
        planks.stroke([at(west, 0.42), at(east, 0.42)], 4)
        planks.stroke([at(west, 0.7), at(east, 0.7)], 3)
    with sheet.block("#1e4a50", "#2c6a68") as shutters:
        shutters.polygon([at(west, 0.12), at(east, 0.12), at(east, 0.30), at(west, 0.30)])


def _end_of_the_street(sheet: Sheet) -> None:
    with sheet.block("#f0a860", "#a3602f") as wall:
        wall.polygon([(690, 742), (910, 742), (910, 430), (860, 400), (740, 400), (690, 430)])
    with sheet.block(BRICK, "#3c2024") as roof:
        upswept_roof(roof, 800, 436, 270, 72, 0.16)
    tiles(sheet, roof)
    with sheet.block("#ffe7b0", "#ffc060") as door:
        door.arch(760, 840, 742, 600)


def _string_of_lanterns(
    sheet: Sheet, street: Block, top: float, left: float, span: float, size: float, count: int
) -> None:
    ends, dip = top - size * 2, top + size * 1.1
    with sheet.block("#15202c") as cord:
        cord.curve([(left, ends), (left + span / 2, dip), (left + span, ends)], 2.2)
    for place in range(count):
        share = (place + 0.5) / count
        x, y = left + span * share, ends + (dip - ends) * 2 * share * (1 - share) + size * 1.2
        silk = SILKS[(place * 3 + round(size)) % 7]
        lantern(sheet, x, y, size, silk, 0.86 if (place + size) % 2 else 1.12)
        _lantern_light_on_stones(sheet, street, x, size, silk)


def _lantern_light_on_stones(sheet: Sheet, street: Block, x: float, size: float, silk: str) -> None:
    rng = sheet.rng
    with sheet.block(silk, alpha=0.45, within=street) as light:
        for y in range(round(830 + size * 3), 1060, 11):
            light.cut_line((x - size * rng.uniform(0.3, 1.1), y), (x + size * rng.uniform(0.3, 1.1), y), 4)


@scene("cay-da-ben-nuoc", "#f4c98f", "#f8e2b6", "#e6e8d2", "#c3d9cd", "#c3d9cd", seed=503)
def banyan_landing(sheet: Sheet) -> None:
    sun(sheet, 1180, 330, 66, "#f59a4e", "#e2693a")
    clouds(sheet, (120, 230), WHITE, 0.5)
    hills(sheet, 604, 140, "#a9c5bd", "#dbe2cc", 4)
    hills(sheet, 604, 70, "#74a091", "#b5cdb5", 6)
    for x, wide in ((1080, 60), (1230, 80), (1420, 90), (1560, 70)):
        cottage(sheet, x, 606, wide, "#c79a68", "#a3543a")
        crown(sheet, x + wide, 590, wide * 0.7, 30, FOLIAGE, 24)
    still_water(sheet, 606, "#c9d6bb", "#2d6673")
    reflect(sheet, 606, 230, 0.6, 5)
    ripples(sheet, 608, 1070, 130, "#fdf4d6", 0.45)
    glitter(sheet, 1180, 610, 960, 66, "#f59a4e", 0.65)
    with sheet.block("#1a3c44") as boats:
        sampan(boats, 960, 690, 120)
        sampan(boats, 1370, 720, 150, covered=True)
        sampan(boats, 1190, 900, 330, covered=True)
    _bank_and_steps(sheet)
    _banyan(sheet)
    walkers(sheet, ((640, 800, 130),), pole=True)
    walkers(sheet, ((250, 826, 150), (330, 832, 140)))


def _bank_and_steps(sheet: Sheet) -> None:
    with sheet.block("#b98d5c", "#5c4634") as bank:
        bank.polygon([(-5, 770), *bezier([(0, 770), (340, 740), (620, 770), (760, 860), (700, 1072)]), (-5, 1072)])
    sheet.hatch(bank, "#4a3626", 14, 3, 0.05, 0.45, 70, 6, 0.45)
    sheet.hatch(bank, "#e6c48e", 18, 2.6, 0.05, 0.5, 60, 6, 0.5)
    for step in range(6):
        y, west, east = 800 + step * 30, 560 + step * 18, 770 + step * 34
        with sheet.block("#e0d3b4", "#b0a085") as tread:
            tread.polygon([(west, y), (east, y - 4), (east + 12, y + 16), (west + 8, y + 18)])
        with sheet.block("#6f6152", "#52483f") as riser:
            riser.polygon([(west + 8, y + 18), (east + 12, y + 16), (east + 12, y + 28), (west + 8, y + 31)])
    with sheet.block("#3c6a4c", "#173a34") as tufts:
        grass(tufts, sheet.rng, -20, 520, 1080, 130, 130)


def _stem(block: Block, lean: float) -> None:
    """One of the stems grown together: thick at the foot, thin where it enters the crown."""
    foot, top = (300 + lean * 0.9, 812 + abs(lean) * 0.12), (330 + lean * 2.2, 300 + abs(lean) * 0.3)
    middle = list(enumerate(bezier([foot, (310 + lean * 0.25, 640), (310 + lean * 0.5, 480), top], 18)))
    west = [(x - 34 + step * 1.3, y) for step, (x, y) in middle]
    block.polygon(west + [(x + 34 - step * 1.3, y) for step, (x, y) in reversed(middle)])


def _banyan(sheet: Sheet) -> None:
    """A trunk of many stems, roots hanging from the boughs, and a crown that shades the landing."""
    rng = sheet.rng
    for x, y, wide in ((120, 250, 330), (420, 200, 360), (640, 300, 260)):
        crown(sheet, x, y, wide * 0.8, 110, FOLIAGE, 80)
    with sheet.block("#5a4436", "#2b221f") as trunk:
        for lean in STEMS:
            _stem(trunk, lean)
        for start in range(40, 660, 34):
            drop = rng.uniform(120, 330)
            trunk.curve([(start, 330), (start + 12 * sin(start), 330 + drop / 2), (start + 4, 330 + drop)], 3)
    sheet.hatch(trunk, "#1a1413", 11, 3.4, 1.5, 0.6, 80, 8, 0.25)
    sheet.hatch(trunk, "#b58a62", 16, 2.6, 1.5, 0.5, 60, 8, 0.5)
    for x, y, wide in ((250, 300, 300), (520, 270, 280), (60, 330, 240), (380, 130, 320)):
        crown(sheet, x, y, wide * 0.72, 84, FOLIAGE, 70)
    with sheet.block(PINE) as flock:
        birds(flock, rng, 860, 260, 7, 130, 20)
