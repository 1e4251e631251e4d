"""Which pictures a page shows, and in which field each stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

IMAGE_FIELDS = ("image", "cover")


def images_in(page: Any) -> Iterator[tuple[str, Any]]:
    """Field and image, in the order of the editor."""
    for field in IMAGE_FIELDS:
        if image := getattr(page, field, None):
            yield field, image
    for block in getattr(page, "body", None) or []:
        if block.block_type == "image" and block.value.get("image"):
            yield "body", block.value["image"]
        elif block.block_type == "gallery":
            for image in block.value["images"]:
                yield "body", image
