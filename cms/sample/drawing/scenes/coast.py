"""The coast: a lighthouse, a wind farm, a lagoon, basket boats on a beach."""

from itertools import pairwise
from math import cos, pi, sin

from cms.sample.drawing.block import Block
from cms.sample.drawing.boats import basket_boat, oars, sampan
from cms.sample.drawing.buildings import cottage
from cms.sample.drawing.curves import bezier, polar, wave
from cms.sample.drawing.land import hills
from cms.sample.drawing.light import beam, clouds, glitter, sun
from cms.sample.drawing.palette import CREAM, INK, LAMP, LOTUS, RED, WHITE
from cms.sample.drawing.people import walkers
from cms.sample.drawing.plants import birds, grass, palm
from cms.sample.drawing.scene import scene
from cms.sample.drawing.sheet import Sheet
from cms.sample.drawing.water import reflect, ripples, still_water

CLIFF = [
    (-5, 620),
    (60, 590),
    (150, 572),
    (250, 560),
    (400, 552),
    (500, 556),
    (560, 572),
    (584, 612),
    (576, 650),
    (612, 700),
    (606, 748),
    (652, 800),
    (700, 828),
    (712, 872),
    (776, 900),
    (800, 950),
    (862, 980),
    (900, 1072),
]
FAR_TURBINES = (
    (1400, 190, 0.2),
    (1250, 170, 1.3),
    (1120, 150, 0.7),
    (1000, 135, 1.8),
    (900, 120, 0.4),
    (820, 108, 1.1),
)


@scene("den-bien", "#0f3547", "#2c6f86", "#8cbcc4", "#f0dfb4", "#f7d98e", seed=7)
def lighthouse(sheet: Sheet) -> None:
    clouds(sheet, (300, 400), LOTUS, 0.3)
    clouds(sheet, (350, 470, 540), "#fbe3b0", 0.5)
    sun(sheet, 1180, 616, 58, CREAM, CREAM, "#ffe2a0")
    hills(sheet, 642, 90, "#7fb0ba", "#a9cdd0")
    hills(sheet, 646, 44, "#4f92a4", "#7fb4be", 8)
    still_water(sheet, 640, "#79b3bd", "#123c50")
    ripples(sheet, 640, 1070, 300, "#fdf0cd", 0.5)
    glitter(sheet, 1180, 640, 985, 90, "#ffe9b4", 0.75)
    beam(sheet, 452, 264, ((1640, 10), (1640, 260)), 1.0)
    beam(sheet, 446, 264, ((-40, 110), (-40, 250)), 0.5)
    _headland(sheet)
    _tower(sheet, 449, 560)
    _life_by_the_light(sheet)


def _headland(sheet: Sheet) -> None:
    with sheet.block("#2b4a3f", "#0e2430") as cliff:
        cliff.polygon([*CLIFF, (-5, 1072)])
    sheet.hatch(cliff, "#0b1c26", 15, 4.6, 1.15, 0.75, 90, 12, 0.3)
    sheet.hatch(cliff, "#3f6a58", 24, 3.0, 1.05, 0.5, 60, 10, 0.5)
    with sheet.block("#7fa36b", alpha=0.75) as turf:
        for (west, y), (east, foot) in pairwise(CLIFF[:7]):
            grass(turf, sheet.rng, west, east, max(y, foot) + 2, 20, round((east - west) * 0.45))
    cottage(sheet, 292, 562, 96, "#3c5a62", "#8a3f30")
    with sheet.block("#132c30") as palms:
        for x, y, tall in ((96, 596, 140), (150, 580, 104), (40, 606, 112)):
            palm(palms, sheet.rng, x, y, tall)


def _tower(sheet: Sheet, x: float, foot: float) -> None:
    with sheet.block(WHITE, "#efe6cf") as tower:
        tower.polygon([(x - 44, foot), (x - 27, 292), (x + 27, 292), (x + 44, foot)])
    with sheet.block(RED, "#b23c26", within=tower) as bands:
        for top in (334, 424, 514):
            bands.box_of(x - 60, top, x + 60, top + 46)
    sheet.again(tower, "#1f3f50", alpha=0.6, fade="right")
    with sheet.block(INK) as gallery:
        gallery.box_of(x - 37, 284, x + 37, 296)
        gallery.box_of(x - 19, 238, x + 19, 286)
        gallery.polygon([(x - 25, 240), (x, 204), (x + 25, 240)])
        gallery.box_of(x - 3, 186, x + 3, 210)
        gallery.box_of(x - 37, 264, x + 37, 267)
        for post in range(10):
            gallery.box_of(x - 37 + post * 8, 264, x - 35 + post * 8, 286)
    with sheet.block(LAMP) as lamp:
        lamp.box_of(x - 14, 244, x + 14, 282)
    sheet.glow(x, 264, 120, "#fff2c0", 0.9)


def _life_by_the_light(sheet: Sheet) -> None:
    with sheet.block("#1d4254") as flock:
        birds(flock, sheet.rng, 860, 430, 7, 120, 20)
    with sheet.block(INK) as boats:
        sampan(boats, 1010, 742, 92)
        sampan(boats, 1372, 716, 60)
        sampan(boats, 1110, 880, 180, covered=True)
    with sheet.block("#081820") as tufts:
        grass(tufts, sheet.rng, -20, 700, 1078, 110, 150)


@scene("dien-gio", "#17485e", "#3f889b", "#9ccace", "#f0e4c0", "#f0e4c0", seed=101)
def wind_farm(sheet: Sheet) -> None:
    sun(sheet, 1080, 420, 112, "#fff0bd", "#ffd678", "#fff2c6")
    clouds(sheet, (140, 235, 320), WHITE, 0.4)
    hills(sheet, 584, 70, "#5d9fae", "#8fc0c6")
    still_water(sheet, 580, "#5fa6b2", "#1f6074", 800)
    ripples(sheet, 580, 800, 170, WHITE, 0.45)
    for x, tall, turn in FAR_TURBINES:
        _turbine(sheet, x, 598, tall, turn, "#9cc3c8")
    with sheet.block("#0f3545") as boats:
        sampan(boats, 1330, 668, 90)
        sampan(boats, 1010, 640, 60)
    _turbine(sheet, 560, 720, 440, 0.95, "#bcd5d4")
    _turbine(sheet, 230, 820, 660, 0.25, "#d5e2dc")
    _dunes(sheet)


def _turbine(sheet: Sheet, x: float, foot: float, tall: float, turn: float, shade: str) -> None:
    hub = (x, foot - tall)
    with sheet.block(WHITE, shade) as mast:
        mast.polygon(
            [(x - tall * 0.018, foot), (x - tall * 0.009, hub[1]), (x + tall * 0.009, hub[1]), (x + tall * 0.018, foot)]
        )
    sheet.again(mast, "#5f8f9c", alpha=0.6, fade="right")
    with sheet.block(WHITE, "#e4ecea") as rotor:
        for blade in range(3):
            aim = turn + blade * 2 * pi / 3
            tip = polar(*hub, aim, tall * 0.52)
            belly = polar(*polar(*hub, aim, tall * 0.14), aim + pi / 2, tall * 0.055)
            rotor.polygon(bezier([hub, belly, tip]) + [polar(*hub, aim, tall * 0.14)])
        rotor.disc(*hub, tall * 0.022)


def _dunes(sheet: Sheet) -> None:
    with sheet.block("#f2dca8", "#d9b271") as far:
        far.below([(x, 745 - 70 * sin(x / 360 + 0.6) - x * 0.03) for x in range(0, 1621, 20)], 1072)
    sheet.hatch(far, "#b98a4e", 12, 2.4, -0.12, 0.5, 90, 12, 0.4)
    with sheet.block(INK) as shadow:
        shadow.cut_line((764, 802), (700, 826), 7)
        shadow.cut_line((818, 808), (756, 832), 7)
    walkers(sheet, ((766, 802, 88), (820, 808, 80)))
    with sheet.block("#e8c486", "#a8743f") as near:
        near.below([(x, 900 + 90 * sin(x / 420 - 0.5)) for x in range(0, 1621, 20)], 1072)
    sheet.hatch(near, "#8a5a30", 15, 3.2, 0.14, 0.55, 120, 16, 0.4)
    sheet.hatch(near, "#f7e2b0", 22, 2.6, 0.14, 0.5, 90, 16, 0.5)
    with sheet.block("#2f5f50", "#10302f") as tufts:
        grass(tufts, sheet.rng, 900, 1640, 1078, 200, 140)


@scene("dam-pha", "#20506a", "#5a8fa0", "#d79aa0", "#f5c98a", "#fbe7b4", "#fbe7b4", seed=74)
def lagoon(sheet: Sheet) -> None:
    sun(sheet, 1010, 448, 46, "#fff3cf", "#ffdf96", "#ffedbb")
    clouds(sheet, (200, 290, 360), "#f9d9b8", 0.35)
    hills(sheet, 474, 46, "#7f93a0", "#c9b3a4", 7)
    still_water(sheet, 470, "#f3d6a2", "#173f55")
    reflect(sheet, 470, 470, 0.45, 3)
    ripples(sheet, 470, 1070, 320, "#fdeec2", 0.5)
    glitter(sheet, 1010, 474, 800, 60, "#fff0c0", 0.7)
    for start, end in (((700, 480), (-60, 850)), ((724, 480), (500, 1040)), ((980, 482), (1700, 800))):
        _fish_fence(sheet, start, end)
    _lift_net(sheet, 400, 552, 92)
    _lift_net(sheet, 1170, 656, 230)
    _watch_hut(sheet)
    with sheet.block("#14283a") as boats:
        sampan(boats, 900, 600, 84)
        sampan(boats, 290, 650, 116, covered=True)
    with sheet.block(INK) as boat:
        sampan(boat, 860, 900, 340)
    with sheet.block("#2a4457") as flock:
        birds(flock, sheet.rng, 520, 250, 10, 240, 20)


def _fish_fence(sheet: Sheet, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A row of stakes hung with netting, taller as it comes nearer."""
    (x0, y0), (x1, y1) = start, end
    high = 10 + (y1 - 470) * 0.24
    with sheet.block("#17303c", alpha=0.22) as net:
        net.polygon([(x0, y0), (x0, y0 - 8), (x1, y1 - high * 0.7), (x1, y1)])
    sheet.hatch(net, "#17303c", 9, 1.4, 0.8, 0.6, 60, 1, 0.05)
    sheet.hatch(net, "#17303c", 9, 1.4, -0.8, 0.6, 60, 1, 0.05)
    with sheet.block("#17303c", alpha=0.95) as stakes:
        for step in range(50):
            near = (step / 49) ** 1.5
            x, y = x0 + (x1 - x0) * near, y0 + (y1 - y0) * near
            tall = 10 + (y - 470) * 0.28
            stakes.stroke([(x, y), (x + sheet.rng.uniform(-0.06, 0.06) * tall, y - tall)], 1.2 + (y - 470) * 0.01)


def _lift_net(sheet: Sheet, x: float, y: float, s: float) -> None:
    """A square net hung by its corners from bent poles."""
    near = [(x - s, y - s * 0.16), (x + s, y - s * 0.16)]
    far = [(x + s * 0.62, y - s * 0.46), (x - s * 0.62, y - s * 0.46)]
    with sheet.block("#f6e3b8", "#c98f7c", alpha=0.4) as net:
        net.polygon(bezier([near[0], (x - s * 0.3, y + s * 0.28), (x + s * 0.3, y + s * 0.28), near[1]]) + far)
    for angle in (0.6, -0.6):
        sheet.hatch(net, "#1b3442", max(4, s * 0.045), 1.5, angle, 0.8, s * 0.5, 2, 0)
    apex = (x, y - s * 1.25)
    with sheet.block("#132a36") as poles:
        for px, py in near + far:
            poles.curve(
                [(px, py), ((px + x) / 2 + (px - x) * 0.3, (py + apex[1]) / 2 - s * 0.2), apex], max(2, s * 0.018)
            )
        poles.stroke([near[0], far[1], far[0], near[1]], 2)
        poles.curve([apex, (x - s * 0.9, y - s * 1.3), (x - s * 1.9, y - s * 0.85)], max(2, s * 0.014))


def _watch_hut(sheet: Sheet) -> None:
    with sheet.block("#2c2f3a", "#14283a") as hut:
        hut.polygon([(620, 560), (760, 560), (748, 500), (632, 500)])
        hut.box_of(606, 556, 776, 565)
        for x in (630, 664, 700, 748):
            hut.stroke([(x, 560), (x + 3, 626)], 5)
    with sheet.block("#7a5a3c", "#3b2d2a") as thatch:
        thatch.polygon([(600, 510), (660, 452), (722, 452), (780, 510)])
    sheet.hatch(thatch, "#231b1c", 8, 2, 1.4, 0.6, 40, 2, 0.1)
    with sheet.block(LAMP) as window:
        window.box_of(676, 520, 702, 546)
    sheet.glow(689, 533, 70, LAMP, 0.5)


@scene("thung-chai", "#f6c98a", "#f8e0ae", "#dbe8de", "#a5cdd2", "#a5cdd2", seed=139)
def basket_boats(sheet: Sheet) -> None:
    sun(sheet, 1240, 250, 70, "#f59a4e", "#e86a3a", "#fff0c6")
    clouds(sheet, (110, 190, 300), WHITE, 0.5)
    hills(sheet, 424, 110, "#9fc3c6", "#cfdfd4", 4)
    hills(sheet, 424, 60, "#5f9aa5", "#a3c6c2", 6)
    still_water(sheet, 420, "#7fbcc2", "#2c7f92", 720)
    ripples(sheet, 420, 640, 190, WHITE, 0.55)
    glitter(sheet, 1240, 424, 600, 60, "#ffdca0", 0.8)
    with sheet.block("#173f50") as fleet:
        for x, y, long in ((300, 450, 60), (520, 470, 84), (880, 446, 50), (1420, 480, 90)):
            sampan(fleet, x, y, long)
    _surf(sheet)
    _beach(sheet)


def _surf(sheet: Sheet) -> None:
    for level, colour in ((612, "#5aa5b0"), (640, WHITE), (652, "#bfe0dd"), (676, WHITE)):
        with sheet.block(colour, alpha=0.9) as line:
            line.below([(x, y + 8 * sin(x / 23)) for x, y in wave(1600, level, 12, 190, level / 9)], level + 80)
    with sheet.block("#efd9a6", "#c9965a") as sand:
        sand.below([(x, y + 5 * cos(x / 37)) for x, y in wave(1600, 694, 14, 210, 3)], 1072)
    sheet.hatch(sand, "#a87844", 13, 2.6, 0.03, 0.45, 90, 10, 0.45)
    sheet.hatch(sand, "#fbeac2", 19, 2.4, 0.02, 0.5, 70, 8, 0.5)


def _beach(sheet: Sheet) -> None:
    for x, y, radius in ((1330, 735, 56), (1180, 752, 64), (980, 770, 78)):
        basket_boat(sheet, x, y, radius)
    walkers(sheet, ((760, 800, 150), (838, 796, 138)))
    _shadows(sheet, ((760, 800), (838, 796)))
    walkers(sheet, ((1440, 770, 110),), pole=True)
    for x, y, radius in ((1280, 880, 120), (360, 850, 150)):
        basket_boat(sheet, x, y, radius)
    with sheet.block(INK) as paddles:
        oars(paddles, 1290, 850, 190, 0.35)
        oars(paddles, 350, 810, 230, 0.3)
    with sheet.block("#1f5a4a", "#0f2f2e") as palms:
        palm(palms, sheet.rng, 90, 1000, 640)
    with sheet.block("#2f6b4f", "#133830") as tufts:
        grass(tufts, sheet.rng, -20, 330, 1080, 110, 90)


def _shadows(sheet: Sheet, feet: tuple[tuple[float, float], ...]) -> None:
    with sheet.block("#6b4a2c", alpha=0.55) as block:
        for x, y in feet:
            _shadow(block, x, y)


def _shadow(block: Block, x: float, y: float) -> None:
    block.cut_line((x, y), (x - 96, y + 34), 16)
