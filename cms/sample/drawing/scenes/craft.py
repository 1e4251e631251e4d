"""What hands make: cloth on a loom, pots from a kiln."""

from math import pi

from cms.sample.drawing.curves import Point, arc, bezier
from cms.sample.drawing.land import ground, hills
from cms.sample.drawing.palette import AMBER, INK, LAMP, LOTUS, PLUM, RED, WATER, WHITE, mix
from cms.sample.drawing.people import sitter, walkers
from cms.sample.drawing.scene import scene
from cms.sample.drawing.sheet import Sheet

CLOTH = ("#f3e4ba", RED, "#10222e", "#ffc93c", PLUM, "#1f5a52", RED, "#f3e4ba", "#174b60")
JARS = (
    (80, 860, 78),
    (230, 880, 92),
    (400, 905, 100),
    (560, 880, 84),
    (150, 960, 110),
    (340, 1000, 124),
    (1460, 950, 128),
    (1300, 1000, 96),
)


@scene("khung-cui", "#4a3022", "#6a4630", "#7d5538", "#5a3a28", seed=601)
def loom(sheet: Sheet) -> None:
    _weaving_house(sheet)
    _window(sheet)
    _cloth_on_the_wall(sheet)
    _frame(sheet)
    _warp_and_cloth(sheet)
    with sheet.block("#1d1a26", "#2a2430") as weaver:
        sitter(weaver, 1040, 900, 430, facing=-1)
    with sheet.block(RED, PLUM) as scarf:
        scarf.leaf((1000, 652), (1066, 636), 26)
        scarf.leaf((1052, 640), (1092, 722), 17)
    _yarn(sheet)
    sheet.glow(420, 420, 900, "#ffe9b4", 0.3)


def _weaving_house(sheet: Sheet) -> None:
    with sheet.block("#6a4630", "#3b2519") as wall:
        wall.box_of(-5, -5, 1605, 810)
    sheet.hatch(wall, "#24150f", 15, 4, 0.0, 0.55, 180, 2, 0.15)
    sheet.hatch(wall, "#b57e4c", 24, 3, 0.0, 0.4, 120, 2, 0.5)
    with sheet.block("#3a2418", "#1f130e") as posts:
        for x in (60, 770, 1490):
            posts.box_of(x, -5, x + 44, 820)
        posts.box_of(-5, 60, 1605, 100)
    with sheet.block("#a8743f", "#4a2e1e") as floor:
        floor.box_of(-5, 800, 1605, 1072)
    sheet.hatch(floor, "#2c1a12", 22, 4, 0.0, 0.55, 220, 2, 0.15)
    sheet.hatch(floor, "#e0ac68", 18, 3, 0.0, 0.4, 120, 3, 0.5)


def _window(sheet: Sheet) -> None:
    with sheet.block("#f9e7b2", "#dfe6c2") as view:
        view.box_of(200, 180, 560, 560)
    with sheet.block("#8fb99a", "#5f9a80", within=view) as far:
        far.swell([(160, 520), (260, 380), (420, 340), (620, 470), (620, 600), (160, 600)])
    with sheet.block("#4f8a58", "#2f6b4f", within=view) as near:
        near.swell([(160, 540), (340, 470), (480, 500), (640, 520), (640, 640), (160, 640)])
    with sheet.block("#f6b45a", within=view) as light:
        light.disc(460, 270, 34)
    with sheet.block("#2a1a12") as bars:
        for x in (188, 284, 376, 468, 560):
            bars.box_of(x, 168, x + 12, 572)
        bars.box_of(180, 160, 580, 182)
        bars.box_of(180, 560, 580, 582)
    with sheet.block("#ffe9b4", alpha=0.3, soften=4) as shaft:
        shaft.polygon([(200, 570), (560, 570), (980, 1072), (360, 1072)])


def _cloth_on_the_wall(sheet: Sheet) -> None:
    for left, wide, shift in ((1180, 110, 0), (1310, 110, 4)):
        for stripe in range(22):
            tone = CLOTH[(stripe + shift) % len(CLOTH)]
            y = 130 + stripe * 20
            with sheet.block(mix(tone, INK, 0.12), mix(tone, INK, 0.25)) as band:
                band.box_of(left, y, left + wide, y + 20)
            if stripe % 3 == 1:
                _diamonds(sheet, left, y + 10, wide, CLOTH[(stripe + shift + 2) % len(CLOTH)])


def _diamonds(sheet: Sheet, left: float, y: float, wide: float, tone: str) -> None:
    with sheet.block(tone) as row:
        for step in range(5):
            x = left + wide * (step + 0.5) / 5
            row.polygon([(x - 9, y), (x, y - 8), (x + 9, y), (x, y + 8)])


def _frame(sheet: Sheet) -> None:
    with sheet.block("#8a5a34", "#3f2818") as frame:
        for x in (330, 900):
            frame.polygon([(x, 960), (x + 18, 380), (x + 48, 380), (x + 34, 960)])
        frame.box_of(300, 370, 1000, 398)
        frame.box_of(300, 800, 1010, 826)
        frame.polygon([(220, 900), (1130, 880), (1130, 912), (220, 934)])
        frame.box_of(1010, 880, 1180, 900)
    sheet.hatch(frame, "#e6b878", 8, 2, 0.0, 0.45, 70, 1, 0.4)


def _on_the_loom(across: float, down: float) -> Point:
    """A place on the slanting web, in shares of its width and length."""
    return 372 + 440 * across + 150 * down * (1 - across * 0.3), 410 + 420 * down - 12 * across


def _warp_and_cloth(sheet: Sheet) -> None:
    """Threads run down from the beam; woven stripes grow on the side of the weaver."""
    with sheet.block("#f3e4ba", "#d9b880", alpha=0.9) as warp:
        for thread in range(64):
            warp.stroke([_on_the_loom(thread / 63, 0), _on_the_loom(thread / 63, 0.56)], 2.6)
    for stripe in range(14):
        _woven_stripe(sheet, stripe)
    with sheet.block("#5a3822", "#2c1a12") as bars:
        for down in (0.2, 0.34, 0.5):
            bars.stroke([_on_the_loom(-0.06, down), _on_the_loom(1.06, down)], 11)


def _woven_stripe(sheet: Sheet, stripe: int) -> None:
    """A plain stripe of cloth; every third carries a row of diamonds."""
    top, foot = 0.52 + stripe * 0.034, 0.52 + (stripe + 1) * 0.034
    tone = CLOTH[stripe * 2 % len(CLOTH)]
    with sheet.block(tone, mix(tone, INK, 0.15)) as band:
        band.polygon([_on_the_loom(0, top), _on_the_loom(1, top), _on_the_loom(1, foot), _on_the_loom(0, foot)])
    if stripe % 3 == 1:
        with sheet.block(CLOTH[(stripe * 2 + 3) % len(CLOTH)]) as pattern:
            for step in range(16):
                x, y = _on_the_loom((step + 0.5) / 16, (top + foot) / 2)
                pattern.polygon([(x - 11, y), (x, y - 7), (x + 11, y), (x, y + 7)])


def _yarn(sheet: Sheet) -> None:
    for x, y, size, tone in (
        (150, 930, 54, RED),
        (240, 976, 48, LAMP),
        (120, 1020, 46, WATER),
        (1330, 950, 60, LOTUS),
        (1450, 990, 52, "#f3e4ba"),
    ):
        with sheet.block("#1f130e", alpha=0.5, soften=4) as shadow:
            shadow.disc(x + 14, y + size * 0.8, size, 0.3)
        with sheet.block(mix(tone, WHITE, 0.2), mix(tone, INK, 0.35)) as ball:
            ball.disc(x, y, size)
        for angle in (0.5, -0.6):
            sheet.hatch(ball, mix(tone, INK, 0.55), 8, 2.4, angle, 0.6, 60, 5, 0.35)


@scene("lo-gom", "#20303f", "#3d4a58", "#8a6a60", "#d9965f", "#e7b277", seed=617)
def kiln(sheet: Sheet) -> None:
    hills(sheet, 604, 220, "#43505c", "#8f756a", 4)
    _smoke(sheet)
    with sheet.block("#1d2c30", "#2c3a38") as grove:
        for step in range(70):
            grove.disc(step * 24 - 20, 600 + sheet.rng.uniform(-46, 30), sheet.rng.uniform(20, 46))
    yard = ground(sheet, 640, "#a8704a", "#3c2420", 8, 400)
    sheet.hatch(yard, "#e6a868", 16, 3, 0.02, 0.45, 80, 5, 0.5)
    sheet.hatch(yard, "#2a1716", 14, 3, 0.02, 0.5, 80, 5, 0.4)
    _chambers(sheet)
    sheet.glow(1130, 690, 420, "#ff9a3c", 0.6)
    _firebox(sheet, 1130, 790)
    for x, y, size in JARS:
        _jar(sheet, x, y, size)
    walkers(sheet, ((760, 850, 170),), pole=True, colour="#17141a", straw="#d9a45c")
    walkers(sheet, ((985, 836, 180),), colour="#17141a", straw="#d9a45c")


def _smoke(sheet: Sheet) -> None:
    for x, y, size, ink in (
        (300, 440, 60, "#6a6468"),
        (250, 360, 86, "#766e70"),
        (330, 270, 104, "#857a78"),
        (260, 160, 140, "#8f8580"),
        (400, 80, 170, "#978c86"),
    ):
        with sheet.block(ink, mix(ink, "#20303f", 0.4), alpha=0.75, soften=1.5) as puff:
            puff.disc(x, y, size, 0.7)
            puff.disc(x + size * 0.8, y + size * 0.2, size * 0.7, 0.7)


def _chambers(sheet: Sheet) -> None:
    """A kiln that climbs a slope, chamber behind chamber, under a long roof."""
    with sheet.block("#5a3a2a", "#33201b") as posts:
        for x in (250, 470, 700, 930, 1180, 1330):
            posts.box_of(x, 440, x + 16, 690 + (x - 250) * 0.1)
    for step in range(5):
        x, foot, r = 330 + step * 190, 690 + step * 22, 120 + step * 13
        with sheet.block("#c98458", "#6f3c2c") as dome:
            dome.polygon([(x - r, foot), *arc(x, foot - r * 0.35, r, pi, 2 * pi, 0.8), (x + r, foot)])
        sheet.hatch(dome, "#3f211b", 15, 3, 0.0, 0.6, 44, 1, 0.12)
        sheet.hatch(dome, "#f0bf86", 15, 2, 0.0, 0.45, 30, 1, 0.5)
        with sheet.block("#ffd27a", AMBER) as spy:
            spy.arch(x - 16, x + 16, foot - 4, foot - 34)
    with sheet.block("#7a4a3a", "#3f2523") as roof:
        roof.polygon([(170, 470), (230, 380), (1400, 440), (1480, 540)])
    sheet.hatch(roof, "#241416", 14, 3.4, 1.4, 0.65, 90, 2, 0.1)
    sheet.hatch(roof, "#d09064", 24, 2.6, 0.05, 0.45, 70, 2, 0.4)


def _firebox(sheet: Sheet, x: float, foot: float) -> None:
    with sheet.block("#a8623f", "#5a2c22") as front:
        front.polygon([(x - 150, foot), *arc(x, foot - 110, 150, pi, 2 * pi, 0.8), (x + 150, foot)])
    sheet.hatch(front, "#2f1714", 17, 3.4, 0.0, 0.65, 50, 1, 0.1)
    for half, ink, to in ((78, "#3b1512", "#3b1512"), (66, "#ffb347", "#e2553d"), (46, "#fff0b0", LAMP)):
        with sheet.block(ink, to) as mouth:
            mouth.arch(x - half, x + half, foot - 6, foot - 20 - half)
    sheet.glow(x, foot - 60, 170, "#fff0b0", 0.6)
    with sheet.block("#4a2c1e", "#22130f") as logs:
        for step in range(7):
            logs.stroke(
                [
                    (x + 170 + step % 4 * 30, foot + 30 - step // 4 * 26),
                    (x + 290 + step % 4 * 30, foot + 40 - step // 4 * 26),
                ],
                20,
            )
        logs.stroke([(x - 30, foot + 46), (x + 150, foot + 26)], 20)


def _jar(sheet: Sheet, x: float, y: float, s: float) -> None:
    """A jar lit from the firebox: a light flank on the side of the fire."""
    with sheet.block("#1a0f10", alpha=0.5, soften=4) as shadow:
        shadow.disc(x - s * 0.2 * (1 if x < 1130 else -1), y + s * 0.02, s * 0.7, 0.22)
    body = bezier(
        [(x - s * 0.26, y), (x - s * 0.74, y - s * 0.45), (x - s * 0.6, y - s * 1.05), (x - s * 0.24, y - s * 1.1)]
    )
    body += [(x - s * 0.3, y - s * 1.24), (x + s * 0.3, y - s * 1.24), (x + s * 0.24, y - s * 1.1)]
    body += bezier(
        [(x + s * 0.24, y - s * 1.1), (x + s * 0.6, y - s * 1.05), (x + s * 0.74, y - s * 0.45), (x + s * 0.26, y)]
    )
    with sheet.block("#9a5638", "#4a2520") as jar:
        jar.polygon(body)
    sheet.again(jar, "#f6b068", alpha=0.75, fade="right" if x < 1130 else "left")
    sheet.hatch(jar, "#35191a", s * 0.12, s * 0.03, 0.0, 0.5, s * 0.8, 1, 0.2)
    with sheet.block("#f3dcae", alpha=0.7, within=jar) as glaze:
        glaze.box_of(x - s, y - s * 0.8, x + s, y - s * 0.74)
    with sheet.block("#2a1416") as mouth:
        mouth.disc(x, y - s * 1.24, s * 0.3, 0.24)
