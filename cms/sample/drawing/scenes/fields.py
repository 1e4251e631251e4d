"""Fields on slopes: rice terraces, tea, pepper."""

from math import pi, sin
from random import Random
from typing import Any

from PIL import Image, ImageMath

from cms.sample.drawing.block import Block
from cms.sample.drawing.buildings import cottage
from cms.sample.drawing.curves import Point, arc, bezier, polar
from cms.sample.drawing.grain import swells
from cms.sample.drawing.land import ground, hills, mist
from cms.sample.drawing.light import clouds, sun
from cms.sample.drawing.palette import EARTH, INK, MOSS, PINE, RED, SAND, WHITE, mix, rgb
from cms.sample.drawing.people import walkers
from cms.sample.drawing.plants import bamboo, birds, crown, grass, leaves
from cms.sample.drawing.scene import scene
from cms.sample.drawing.sheet import Sheet

TERRACES = (
    "#dfe9c2",
    "#a9c46c",
    "#7bab5c",
    "#4f8a55",
    "#c9d987",
    "#e5d27e",
    "#d9edea",
    "#5f9a5c",
    "#8fb862",
    "#efe0a0",
    "#3f7a52",
)
TERRACE_HILLS = ((340, 190, "#9dc3c9", "#d6e6e1"), (410, 170, "#6ea4ae", "#c3dbd6"), (480, 150, "#4c8590", "#a9cbc2"))
TERRACE_CREST = [(0, 410), *bezier([(60, 412), (420, 300), (700, 420), (1100, 330), (1500, 420)], 30), (1600, 400)]
AIR = "#cfe0c4"
VINE_LEAVES = (("#0f3630", 70, -1.0), ("#2f6f4a", 80, -1.0), ("#4f8f50", 60, -0.7), ("#8fbc62", 40, -0.3))


@scene("ruong-bac-thang", "#bcd9db", "#e9efdf", "#f6ead0", "#f6ead0", seed=21)
def terraces(sheet: Sheet) -> None:
    sun(sheet, 1130, 150, 56, "#fbe3a0", "#f7cf74", "#fff3d0")
    clouds(sheet, (90, 210), WHITE, 0.6)
    for level, tall, colour, to in TERRACE_HILLS:
        hills(sheet, level, tall, colour, to, 6)
    with sheet.block("#a9cbb0", "#4f8a55") as slope:
        slope.below(TERRACE_CREST, 1072)
    _paint_steps(sheet, slope)
    sheet.hatch(slope, "#1f4b3a", 10, 1.8, 0.2, 0.22, 60, 14, 0.5)
    mist(sheet, 700, 420, 600, "#e6efe0", 0.7, 0.06)
    _hamlet(sheet)
    walkers(sheet, ((770, 770, 62), (920, 915, 96)), pole=True)
    walkers(sheet, ((690, 750, 54), (560, 860, 76)))
    with sheet.block("#3b6c78") as flock:
        birds(flock, sheet.rng, 560, 230, 6, 150, 20)
    for x in (1310, 1420, 1540):
        bamboo(sheet, x, 1085, 640, "#2f6b4f", "#143c30", 130)


def _paint_steps(sheet: Sheet, slope: Block) -> None:
    """Contour the slope as a chart would, and give every step its own crop."""
    step, part = _steps(sheet.size)
    order = [sheet.rng.randrange(len(TERRACES)) for _ in range(256)]
    inks = [rgb(TERRACES[tone]) for tone in order]
    crops = Image.merge("RGB", [step.point([ink[channel] for ink in inks]) for channel in range(3)])
    shade = ImageMath.lambda_eval(lambda args: args["convert"](args["part"] * 90, "L"), part=part)
    crops.paste(rgb("#2f6048"), mask=shade)
    crops.paste(rgb("#1f4a3a"), mask=_line_at(0.0, 0.2, part))
    crops.paste(rgb("#f6f3d6"), mask=_line_at(0.27, 0.08, part))
    sheet.image.paste(crops, mask=slope.crop_to((0, 0, *sheet.size)))


def _line_at(height: float, wide: float, part: Image.Image) -> Image.Image:
    """The edge that runs along every step at one height of it."""

    def strength(args: dict[str, Any]) -> Any:
        return args["convert"](230 - abs(args["part"] - height) * (230 / wide), "L")

    return ImageMath.lambda_eval(strength, part=part)


def _steps(size: tuple[int, int]) -> tuple[Image.Image, Image.Image]:
    """Which step each point lies on, and how far up that step it is."""
    rise = Image.new("F", (1, size[1]))
    rise.putdata([max(0.0, (y / size[1] - 0.31) / 0.69) ** 0.62 for y in range(size[1])])

    def contour(args: dict[str, Any]) -> Any:
        swell = args["swell"] / 255 * 0.62 + args["detail"] / 255 * 0.15
        return (args["rise"] + swell * (0.35 + args["rise"] * 0.65)) * 27

    field = ImageMath.lambda_eval(
        contour,
        rise=rise.resize(size, Image.Resampling.NEAREST),
        swell=swells(26, 6, 4, size),
        detail=swells(28, 12, 8, size),
    )
    step = ImageMath.lambda_eval(lambda args: args["convert"](args["int"](args["field"]), "L"), field=field)
    part = ImageMath.lambda_eval(lambda args: args["field"] - args["float"](args["int"](args["field"])), field=field)
    return step, part


def _hamlet(sheet: Sheet) -> None:
    for x, y, wide in ((300, 640, 96), (388, 668, 78), (1150, 600, 84), (1222, 624, 62)):
        cottage(sheet, x, y, wide, "#8a6244", "#c49a58")
    for x, y in ((222, 634), (452, 662), (1086, 596), (1276, 616)):
        crown(sheet, x, y, 46, 34, ("#6f9f5c", MOSS, PINE), 22)


@scene("doi-che", "#f7dca0", "#fbeec6", "#e3ecd4", "#b7d3bd", "#b7d3bd", seed=331)
def tea_hill(sheet: Sheet) -> None:
    sun(sheet, 470, 250, 66, "#f9b85a", "#f2903c")
    clouds(sheet, (110, 200), WHITE, 0.5)
    hills(sheet, 480, 190, "#a8c8bd", "#dbe6cf", 4)
    hills(sheet, 500, 130, "#74a596", "#bcd6bd", 6)
    mist(sheet, 900, 490, 620, "#f3f0d4", 0.8, 0.07)
    for x, top, foot, half in ((1280, 400, 700, 430), (330, 430, 720, 480), (820, 500, 850, 560)):
        _tea_dome(sheet, x, top, foot, half, 0.35)
    for x, top, foot, half in ((1480, 590, 1060, 560), (90, 640, 1100, 620)):
        _tea_dome(sheet, x, top, foot, half, 0.16)
    walkers(sheet, ((690, 672, 84), (884, 640, 76), (980, 700, 90)))
    _pickers(sheet, ((470, 920, 190), (1010, 876, 176), (1290, 950, 210)))
    _tea_dome(sheet, 820, 800, 1340, 900, 0.0)
    with sheet.block("#3d7466") as flock:
        birds(flock, sheet.rng, 1120, 200, 6, 150, 20)


def _tea_dome(sheet: Sheet, x: float, top: float, foot: float, half: float, haze: float) -> None:
    """A round hill planted along its contours; each row is a dark gap, a bush and its lit crown."""
    air = "#dbe6cf"
    with sheet.block(mix("#2f6a4a", air, haze), mix("#1a4a3c", air, haze)) as dome:
        dome.polygon(
            arc(x, foot, half, pi, 2 * pi, (foot - top) / half) + [(x + half, foot + 400), (x - half, foot + 400)]
        )
    rows = 11
    for row in range(1, rows + 5):
        share = row / rows
        thick = 7 + (foot - top) * 0.052 * (0.5 + share)
        line = arc(
            x,
            top - thick * 0.4 + (foot - top) * share**1.25 * 0.8,
            half * share**0.62 * 1.06,
            pi * 0.98,
            pi * 0.02,
            0.17,
        )
        _tea_row(sheet, dome, line, thick, haze)


def _tea_row(sheet: Sheet, dome: Block, line: list[Point], thick: float, haze: float) -> None:
    air, rng = "#dbe6cf", sheet.rng
    bushes = _evenly(line, thick * 0.55)
    for lift, size, ink in ((0.0, 0.52, "#16443a"), (0.16, 0.46, "#4f8f4c"), (0.34, 0.3, "#9cc163")):
        with sheet.block(mix(ink, air, haze), within=dome) as row:
            for px, py in bushes:
                row.disc(px, py - thick * lift + rng.uniform(-1, 1), thick * size * rng.uniform(0.85, 1.15), 0.8)


def _evenly(line: list[Point], gap: float) -> list[Point]:
    """Points at even distances along a line."""
    places, left = [line[0]], gap
    for (x0, y0), (x1, y1) in zip(line, line[1:], strict=False):
        run = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        at = left
        while at < run:
            places.append((x0 + (x1 - x0) * at / run, y0 + (y1 - y0) * at / run))
            at += gap
        left = at - run
    return places


def _pickers(sheet: Sheet, places: tuple[tuple[float, float, float], ...]) -> None:
    """Pickers, a basket on each back; the hill printed after them hides their feet."""
    with sheet.block("#b9803f", "#7b4f28") as baskets:
        for x, y, tall in places:
            left, right = x - tall * 0.36, x - tall * 0.04
            baskets.swell(
                [
                    (left, y - tall * 0.72),
                    (left + tall * 0.02, y - tall * 0.2),
                    (right, y - tall * 0.2),
                    (right, y - tall * 0.72),
                ]
            )
    sheet.hatch(baskets, "#4a2f1c", 8, 2, 0.8, 0.5, 30, 1, 0.1)
    walkers(sheet, places, colour="#243a5c")


@scene("vuon-tieu", "#f9e3b0", "#fbf0cf", "#dfe8cc", "#a8c9a4", "#a8c9a4", seed=347, upright=True)
def pepper_garden(sheet: Sheet) -> None:
    sun(sheet, 640, 330, 74, "#fbc765", "#f5a04a", "#fff4cf")
    clouds(sheet, (150, 260), WHITE, 0.5)
    hills(sheet, 820, 150, "#9fc2b0", "#cfe0c4", 4)
    hills(sheet, 830, 80, "#6d9f86", "#a9c8a8", 6)
    soil = ground(sheet, 826, "#c98a5a", "#7d3f2a")
    sheet.hatch(soil, "#5a2a20", 16, 3.2, 0.0, 0.4, 80, 6, 0.45)
    sheet.hatch(soil, "#eab888", 22, 3.0, 0.0, 0.4, 60, 6, 0.55)
    for near in (0.1, 0.2, 0.34, 0.56):
        for side in (-2.6, 2.6, -1, 1):
            _pepper_post(sheet, 540 + side * (90 + 430 * near), 832 + 520 * near, 130 + 860 * near, near)
    walkers(sheet, ((560, 1010, 170),), pole=True)
    with sheet.block("#5a2a20", alpha=0.5) as shadow:
        shadow.cut_line((556, 1010), (500, 1080), 22)
    _ladder(sheet)
    for x in (20, 1050):
        _pepper_post(sheet, x, 1720, 1700, 1.0)


def _pepper_post(sheet: Sheet, x: float, foot: float, tall: float, near: float) -> None:
    """A post wrapped in pepper vine from the ground to its tip, paler the farther it stands."""
    half, haze = tall * 0.135, max(0.0, 0.45 - near * 0.9)
    with sheet.block("#4a2018", alpha=0.35, soften=3) as shade:
        shade.disc(x - half * 0.4, foot, half * 1.5, 0.2)
    top = (x, foot - tall)
    west = [(x - half, foot), (x - half * 1.15, foot - tall * 0.7), (x - half * 0.5, top[1]), top]
    with sheet.block(mix("#3f7a4c", AIR, haze), mix("#153f36", AIR, haze)) as vine:
        outline = bezier(west)
        vine.polygon(outline + [(2 * x - px, py) for px, py in reversed(outline)])
    for ink, count, side in VINE_LEAVES:
        with sheet.block(mix(ink, AIR, haze)) as foliage:
            for _ in range(round(count * (1 + near * 1.6))):
                _leaf_of_the_vine(foliage, sheet.rng, (x, foot), (half, tall), side, near)
    _berries(sheet, x, foot, tall, half)


def _leaf_of_the_vine(
    block: Block, rng: Random, root: Point, size: tuple[float, float], side: float, near: float
) -> None:
    """One leaf anywhere on the post, but not beyond `side`: the light falls from the right."""
    (x, foot), (half, tall) = root, size
    up = rng.random()
    px = x + half * rng.uniform(side, 1.0) * (1.12 - max(0.0, up - 0.6) * 1.5)
    _heart(block, px, foot - tall * up, half * rng.uniform(0.2, 0.28) * (1.1 - near * 0.5), rng.uniform(-0.5, 0.5))


def _heart(block: Block, x: float, y: float, size: float, lean: float) -> None:
    tip = (x + lean * size, y + size)
    block.polygon(
        bezier([(x, y - size * 0.5), (x - size * 1.1, y - size * 0.9), (x - size * 0.8, y + size * 0.4), tip], 8)
        + bezier([tip, (x + size * 0.8, y + size * 0.4), (x + size * 1.1, y - size * 0.9), (x, y - size * 0.5)], 8)
    )


def _berries(sheet: Sheet, x: float, foot: float, tall: float, half: float) -> None:
    rng = sheet.rng
    for ink in ("#c9d067", RED):
        with sheet.block(ink) as strings:
            for _ in range(9):
                px, py = x + half * rng.uniform(-0.85, 0.95), foot - tall * rng.uniform(0.1, 0.9)
                for bead in range(6):
                    strings.disc(px + half * 0.03 * sin(bead * 2), py + bead * half * 0.075, half * 0.045)


def _ladder(sheet: Sheet) -> None:
    """A bamboo ladder against a post, and a basket at its foot."""
    with sheet.block(SAND, "#9a6b38") as ladder:
        ladder.stroke([(770, 1290), (830, 760)], 9)
        ladder.stroke([(850, 1296), (872, 762)], 9)
        for rung in range(9):
            share = 0.08 + rung * 0.105
            ladder.stroke([(770 + 60 * share, 1290 - 530 * share), (850 + 22 * share, 1296 - 534 * share)], 7)
    with sheet.block("#b9803f", EARTH) as basket:
        basket.swell([(640, 1240), (650, 1330), (740, 1330), (750, 1240)])
    sheet.hatch(basket, INK, 9, 2, 0.7, 0.45, 40, 1, 0.1)
    with sheet.block("#2f6f4a", "#1c4f3c") as harvest:
        for step in range(14):
            harvest.disc(*polar(695, 1240, pi + step * 0.24, 30 + step % 3 * 8, 0.4), 13)
    with sheet.block("#2f5c3c") as tufts:
        grass(tufts, sheet.rng, 360, 640, 1610, 60, 40)
        leaves(tufts, sheet.rng, [(420, 1590), (620, 1586)], 40)
