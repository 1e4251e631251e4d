"""The printmaker's inks: a few named colours, and how two of them mix."""

INK, NIGHT, DEEP, WATER, SHOAL, MIST = "#10222e", "#0f2c3d", "#174b60", "#35849a", "#9fcbd0", "#dcebea"
BUFF, SAND, LAMP, AMBER, SUN = "#f3e4ba", "#e2c684", "#ffc93c", "#f0a04a", "#f2803c"
LOTUS, PLUM, RED, BRICK, EARTH = "#dc6a9f", "#a3195b", "#c8462b", "#7c3a30", "#6d4a34"
LEAF, MOSS, PINE, WHITE, CREAM = "#5d9a68", "#2f6b4f", "#17463a", "#fbf8ee", "#fff3cf"


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: str, other: str, share: float) -> str:
    """Stir `share` (0 to 1) of the other ink into the first."""
    parts = (round(a * (1 - share) + b * share) for a, b in zip(rgb(one), rgb(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)
