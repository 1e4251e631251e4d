"""The shape and the size of a picture, by which people look for one."""

from django.utils.translation import gettext as _

LANDSCAPE, PORTRAIT, SQUARE = "landscape", "portrait", "square"
LARGE, MEDIUM, SMALL = SIZES = ("large", "medium", "small")
NEARLY_SQUARE = 0.05  # by how much the sides of a square may differ
ON_A_SCREEN, ON_A_PAGE = 1_200, 3_000  # pixels of the longer side: enough for a text on a screen, for a printed page


def orientation(width: int, height: int) -> str:
    """How a picture stands; nothing where there is none."""
    if not (width and height):
        return ""
    if abs(width - height) <= NEARLY_SQUARE * max(width, height):
        return SQUARE
    return LANDSCAPE if width > height else PORTRAIT


def size(width: int, height: int) -> str:
    """How large a picture is by its longer side."""
    if not (width and height):
        return ""
    longer = max(width, height)
    return SMALL if longer < ON_A_SCREEN else MEDIUM if longer < ON_A_PAGE else LARGE


def orientation_names() -> dict[str, str]:
    return {LANDSCAPE: _("Wide"), PORTRAIT: _("Tall"), SQUARE: _("Square")}


def size_names() -> dict[str, str]:
    return {
        LARGE: _("Large, from 3,000 pixels"),
        MEDIUM: _("Medium, from 1,200 pixels"),
        SMALL: _("Small, under 1,200 pixels"),
    }
