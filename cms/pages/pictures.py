"""The pictures of a page: their copies fetched together, and their shape as the style sheet knows it."""

from __future__ import annotations

from typing import Any

from django.db.models import prefetch_related_objects

from .alt_texts import images_in

# The steps of width by height, in hundredths, for which site.css has a class: no style attribute is allowed.
RATIOS = (40, 45, 50, 56, 60, 63, 67, 71, 75, 80, 85, 90, 95, 100, 110, 120, 125, 133, 140, 150, 160, 167, 178, 190)
WIDE_RATIOS = (200, 220, 240, 270, 300, 320, 350, 400)


def fetch_copies(page: Any) -> None:
    """One question for the renditions of every picture that the page shows."""
    if images := [image for field, image in images_in(page)]:
        prefetch_related_objects(images, "renditions")


def ratio(image: Any) -> str:
    """Width by height, for browsers that read numbers from attributes."""
    return f"{image.width / image.height:.3f}"


def ratio_class(image: Any) -> str:
    """The class of the nearest ratio that the style sheet knows."""
    wanted = 100 * image.width / image.height
    return f"r-{min((*RATIOS, *WIDE_RATIOS), key=lambda step: abs(step - wanted))}"
