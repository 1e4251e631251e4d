"""Salt, cargo and fruit: the salt fields, the port, and a market of boats."""

from cms.sample.drawing.block import Block
from cms.sample.drawing.boats import sampan
from cms.sample.drawing.buildings import cottage
from cms.sample.drawing.curves import Point, bezier
from cms.sample.drawing.land import hills
from cms.sample.drawing.light import clouds, glitter, sun
from cms.sample.drawing.palette import DEEP, INK, MOSS, PLUM, RED, WATER, WHITE, mix
from cms.sample.drawing.people import walkers
from cms.sample.drawing.plants import birds, palm
from cms.sample.drawing.scene import scene
from cms.sample.drawing.sheet import Sheet
from cms.sample.drawing.water import reflect, ripples, still_water

ROWS = [400 + 670 * (row / 13) ** 2.1 for row in range(14)]
PANS = ("#cfe4e4", "#a9d0d6", "#e9efe2", "#f4e6c6", "#86bcc8", "#dcebe6", "#f6dcc0", "#bcd9da")
CONTAINERS = (RED, WATER, "#e6b24a", MOSS, "#f0e6cc", PLUM, DEEP)


@scene("ruong-muoi", "#9cc7d2", "#cfe3e2", "#f3e9cf", "#f7dfb4", "#f7dfb4", seed=95)
def salt_fields(sheet: Sheet) -> None:
    sheet.glow(420, 330, 460, "#fff5d8", 0.95)
    clouds(sheet, (90, 170, 250), WHITE, 0.55)
    hills(sheet, 404, 150, "#7fb0bd", "#c3dad6", 4)
    hills(sheet, 404, 70, "#5a94a4", "#a4c6c4", 6)
    with sheet.block("#cdb98f", "#8c6a4c") as banks:
        banks.box_of(-5, 400, 1605, 1072)
    for row in range(13):
        for column in range(14):
            _pan(sheet, row, column)
    sheet.hatch(banks, WHITE, 15, 2.0, 0.0, 0.5, 70, 2, 0.6)
    for row in range(4, 12):
        for column in range(2, 13):
            if (row * 5 + column * 3) % 4 == 0:
                _heap_of_salt(sheet, row, column + 0.5)
    walkers(sheet, ((330, 545, 60), (1010, 520, 46), (770, 560, 70)), pole=True)
    walkers(sheet, ((620, 650, 124), (1130, 770, 210)), pole=True)
    with sheet.block("#48808f") as flock:
        birds(flock, sheet.rng, 1180, 190, 6, 170, 20)


def _corner(column: float, y: float) -> Point:
    """Where a bank between two columns of pans crosses a height; all banks meet at one far point."""
    foot = -3400 + 8500 * column / 14
    return 860 + (foot - 860) * (y - 380) / 687, y


def _pan(sheet: Sheet, row: int, column: int) -> None:
    depth = ROWS[row + 1] - ROWS[row]
    top, foot = ROWS[row] + depth * 0.07, ROWS[row + 1] - depth * 0.05
    shade = PANS[sheet.rng.randrange(len(PANS))]
    with sheet.block(shade, mix(shade, "#4c93a6", 0.32)) as pan:
        pan.polygon(
            [
                _corner(column + 0.04, top),
                _corner(column + 0.96, top),
                _corner(column + 0.96, foot),
                _corner(column + 0.04, foot),
            ]
        )


def _heap_of_salt(sheet: Sheet, row: int, column: float) -> None:
    depth = ROWS[row + 1] - ROWS[row]
    x, y = _corner(column, ROWS[row] + depth * 0.6)
    s = depth * 0.64
    with sheet.block("#4d8291", alpha=0.45, soften=2) as shadow:
        shadow.disc(x + s * 0.4, y + s * 0.06, s, 0.22)
    with sheet.block(WHITE, "#f2e8d6") as heap:
        heap.polygon(
            bezier([(x - s, y), (x - s * 0.45, y - s * 0.25), (x - s * 0.16, y - s * 0.86), (x, y - s * 0.9)])
            + bezier([(x, y - s * 0.9), (x + s * 0.16, y - s * 0.86), (x + s * 0.45, y - s * 0.25), (x + s, y)])
            + bezier([(x + s, y), (x + s * 0.5, y + s * 0.2), (x - s * 0.5, y + s * 0.2), (x - s, y)])
        )
    sheet.again(heap, "#6f9fb0", alpha=0.75, fade="right")


@scene("cang-bien", "#f0c98c", "#f5dfb2", "#dbe5da", "#a9cbcf", "#a9cbcf", seed=127)
def port(sheet: Sheet) -> None:
    sun(sheet, 300, 330, 76, "#ee7d45", "#d9542f")
    clouds(sheet, (130, 240, 420), WHITE, 0.45)
    hills(sheet, 604, 170, "#8db6ba", "#cfdccb", 4)
    hills(sheet, 604, 90, "#5b929d", "#a7c6be", 6)
    still_water(sheet, 600, "#a8c8c2", "#1f5a6e")
    for x, foot, size, shade in ((930, 650, 250, "#7f9aa0"), (1180, 660, 300, "#c8583a"), (1470, 670, 350, "#b84a30")):
        _crane(sheet, x, foot, size, shade)
    with sheet.block("#7c8a86", "#44585c") as quay:
        quay.polygon([(700, 650), (1605, 640), (1605, 734), (740, 724)])
    _containers(sheet, 950, 658, (2, 3, 3, 1, 2, 3, 2, 1, 3, 2, 3, 1, 2, 3), 46, 24)
    _ship(sheet)
    reflect(sheet, 850, 200, 0.4, 6)
    ripples(sheet, 740, 1070, 150, "#e9efdf", 0.5)
    ripples(sheet, 860, 1070, 80, "#0d3444", 0.4)
    with sheet.block(INK) as boats:
        sampan(boats, 1330, 900, 230)
        sampan(boats, 640, 970, 190, covered=True)
    with sheet.block("#3b6c78") as flock:
        birds(flock, sheet.rng, 620, 250, 9, 220, 22)


def _crane(sheet: Sheet, x: float, foot: float, s: float, shade: str) -> None:
    """A gantry crane with its jib out over the water."""
    with sheet.block(shade, mix(shade, INK, 0.35)) as crane:
        for side in (-0.34, 0.34):
            crane.stroke([(x + side * s, foot), (x + side * s * 0.8, foot - s * 0.95)], s * 0.035)
        crane.stroke([(x - s * 0.33, foot - s * 0.42), (x + s * 0.33, foot - s * 0.42)], s * 0.035)
        crane.stroke([(x - s * 0.3, foot - s * 0.45), (x + s * 0.3, foot - s * 0.9)], s * 0.018)
        crane.stroke([(x + s * 0.75, foot - s * 0.95), (x - s * 1.25, foot - s * 0.95)], s * 0.045)
        crane.stroke([(x, foot - s * 0.95), (x, foot - s * 1.42)], s * 0.035)
        crane.stroke([(x - s * 1.2, foot - s * 0.96), (x, foot - s * 1.42), (x + s * 0.72, foot - s * 0.96)], s * 0.016)
        crane.stroke([(x - s * 0.6, foot - s * 0.96), (x, foot - s * 1.42)], s * 0.014)
        crane.box_of(x - s * 0.14, foot - s * 0.9, x + s * 0.02, foot - s * 0.8)
        for cable in (-0.78, -0.7):
            crane.stroke([(x + s * cable, foot - s * 0.93), (x + s * cable, foot - s * 0.62)], s * 0.008)
    with sheet.block("#e6b24a", "#b5832f") as load:
        load.box_of(x - s * 0.83, foot - s * 0.63, x - s * 0.65, foot - s * 0.54)


def _containers(sheet: Sheet, left: float, foot: float, heights: tuple[int, ...], wide: float, high: float) -> None:
    for column, height in enumerate(heights):
        for level in range(height):
            tone = CONTAINERS[(column * 5 + level * 3 + height) % len(CONTAINERS)]
            x, y = left + column * wide, foot - level * high
            with sheet.block(tone, mix(tone, INK, 0.25)) as box:
                box.box_of(x, y - high, x + wide - 2, y - 2)
            with sheet.block(INK, alpha=0.3) as ribs:
                for rib in range(1, 8):
                    ribs.box_of(x + rib * wide / 8, y - high + 3, x + rib * wide / 8 + 1.5, y - 5)


def _ship(sheet: Sheet) -> None:
    with sheet.block("#123a4d", "#0c2735") as hull:
        hull.polygon([(120, 742), (180, 852), (1010, 852), (1090, 700), (980, 742)])
    with sheet.block(RED, "#8e2f22") as keel:
        keel.polygon([(164, 822), (180, 852), (1010, 852), (1026, 822)])
    _containers(sheet, 300, 744, (4, 5, 3, 5, 5, 2, 4, 5, 3, 4, 2), 58, 30)
    with sheet.block(WHITE, "#cfd9d2") as bridge:
        bridge.box_of(170, 560, 270, 744)
        bridge.box_of(156, 556, 286, 572)
        bridge.box_of(206, 500, 246, 560)
    sheet.again(bridge, "#7fa0a4", alpha=0.6, fade="right")
    with sheet.block(DEEP) as windows:
        for y in (590, 620, 650, 680):
            windows.box_of(180, y, 262, y + 9)
    with sheet.block(RED) as funnel:
        funnel.box_of(206, 500, 246, 524)


@scene("cho-noi", "#f6d9a4", "#f8e8c4", "#dfe9da", "#b9d4cf", "#b9d4cf", seed=307)
def market_boats(sheet: Sheet) -> None:
    sun(sheet, 1180, 210, 74, "#f7a64f", "#ee7d45")
    clouds(sheet, (120, 230), WHITE, 0.5)
    _far_bank(sheet)
    still_water(sheet, 470, "#c9d8bc", "#2d6f78")
    reflect(sheet, 470, 200, 0.5, 5)
    glitter(sheet, 1180, 474, 760, 60, "#ffd08a", 0.7)
    ripples(sheet, 480, 1070, 170, "#fdf4d6", 0.45)
    ripples(sheet, 560, 1070, 90, "#154a58", 0.4)
    with sheet.block("#24505a") as far:
        for x, y, long in ((250, 520, 110), (520, 506, 90), (760, 530, 130), (1010, 510, 90), (1420, 528, 120)):
            sampan(far, x, y, long, covered=x % 4 == 0)
    _stall(sheet, 1250, 640, 330, ("#e0743a", "#f0a23e"))
    _stall(sheet, 430, 670, 360, ("#7fae4e", "#4d8a4c"))
    _stall(sheet, 930, 800, 470, ("#e8b83c", "#d9822f"))
    _stall(sheet, 300, 960, 560, ("#d8503a", "#a3195b"))
    _stall(sheet, 1330, 970, 600, ("#9dbb52", "#5d9a48"))


def _far_bank(sheet: Sheet) -> None:
    rng = sheet.rng
    hills(sheet, 474, 60, "#9cc0a8", "#cbd9bc", 9)
    with sheet.block("#5f9478", "#8fb391") as grove:
        for _ in range(26):
            palm(grove, rng, rng.uniform(0, 1600), 470, rng.uniform(70, 130))
    with sheet.block("#4a806a", "#3b6d60") as bushes:
        for _ in range(90):
            bushes.disc(rng.uniform(0, 1600), 470, rng.uniform(10, 26), 0.8)
    for x, wide in ((140, 110), (290, 90), (640, 120), (860, 90), (1360, 130), (1520, 100)):
        cottage(sheet, x, 462, wide, "#b98a5c", "#9a5038")
        with sheet.block("#4a3328") as stilts:
            for step in range(5):
                stilts.box_of(x - wide / 2 + step * wide * 0.24, 460, x - wide / 2 + step * wide * 0.24 + 4, 486)


def _stall(sheet: Sheet, x: float, y: float, long: float, fruit: tuple[str, str]) -> None:
    """A broad trading boat: fruit heaped amidships, a pole hung with samples, someone at the stern."""
    with sheet.block("#0f3a46", alpha=0.45, soften=4) as shade:
        shade.disc(x, y + long * 0.05, long * 0.46, 0.09)
    _heap(sheet, x - long * 0.02, y - long * 0.04, long, fruit)
    walkers(sheet, ((x + long * 0.34, y - long * 0.03, long * 0.36),))
    with sheet.block("#2a1f1c") as spar:
        spar.stroke([(x - long * 0.34, y - long * 0.02), (x - long * 0.36, y - long * 0.62)], max(2, long * 0.012))
    with sheet.block(*fruit) as samples:
        for step in range(4):
            samples.disc(x - long * (0.345 + 0.022 * (step % 2)), y - long * (0.58 - step * 0.055), long * 0.022)
    with sheet.block("#8a5a3a", "#3d2820") as boat:
        _broad_hull(boat, x, y, long)
    sheet.hatch(boat, "#241714", long * 0.028, long * 0.006, 0.0, 0.6, long * 0.2, 2, 0.2)
    with sheet.block("#c8462b") as stripe:
        stripe.polygon(
            bezier([(x - long * 0.47, y - long * 0.115), (x, y - long * 0.005), (x + long * 0.47, y - long * 0.125)])
            + bezier([(x + long * 0.47, y - long * 0.108), (x, y + long * 0.012), (x - long * 0.47, y - long * 0.098)])
        )


def _broad_hull(block: Block, x: float, y: float, long: float) -> None:
    block.polygon(
        bezier(
            [
                (x - long * 0.5, y - long * 0.13),
                (x - long * 0.36, y + long * 0.13),
                (x + long * 0.36, y + long * 0.13),
                (x + long * 0.5, y - long * 0.14),
            ]
        )
        + bezier(
            [
                (x + long * 0.5, y - long * 0.14),
                (x + long * 0.3, y - long * 0.01),
                (x - long * 0.3, y - long * 0.01),
                (x - long * 0.5, y - long * 0.13),
            ]
        )
    )


def _heap(sheet: Sheet, x: float, y: float, long: float, inks: tuple[str, str]) -> None:
    """Round fruit piled up, the hindmost row first, each with a dark edge and a little light."""
    rng, size = sheet.rng, long * 0.034
    for row in range(4, -1, -1):
        wide = 8 - row * 1.35
        places = [
            (
                x + (k - (wide - 1) / 2) * size * 1.65 + rng.uniform(-4, 4),
                y + size * (0.8 - row * 1.15) + rng.uniform(-3, 3),
            )
            for k in range(round(wide))
        ]
        with sheet.block(mix(inks[1], INK, 0.5)) as edge:
            for px, py in places:
                edge.disc(px, py, size * 1.08)
        with sheet.block(mix(inks[0], WHITE, 0.25), mix(inks[1], INK, 0.12)) as flesh:
            for px, py in places:
                flesh.disc(px - size * 0.06, py - size * 0.08, size * 0.95)
