"""The pictures of a page: their copies fetched together, and their shape as the style sheet knows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.core.files.storage import default_storage
from django.db.models import QuerySet, prefetch_related_objects
from wagtail.images import get_image_model

from cms.core.prepared import Prepared

from .alt_texts import images_in
from .records import word_of

# The steps of width by height, in hundredths, for which site.css has a class: no style attribute is allowed.
RATIOS = (40, 45, 50, 56, 60, 63, 67, 71, 75, 80, 85, 90, 95, 100, 110, 120, 125, 133, 140, 150, 160, 167, 178, 190)
WORDS = ("alt_text", "caption", "credit")
WIDE_RATIOS = (200, 220, 240, 270, 300, 320, 350, 400)


class Copy(NamedTuple):
    """A version of a picture that was made when it was approved."""

    url: str
    width: int


@dataclass
class ListedPicture:
    """As much of an image of the library as a list shows."""

    width: int
    height: int
    alt_text: str
    caption: str
    credit: str
    copies: dict[str, Copy] = field(default_factory=dict)

    def ready_renditions(self) -> dict[str, Copy]:
        return self.copies


def listed_pictures(pks: set[int]) -> dict[int, ListedPicture]:
    """Images by number with their copies; an image without a copy for readers is not among them."""
    shown: dict[int, ListedPicture] = {}
    for number, spec, file, width, *about in copies_of(pks=sorted(pks)):
        picture = shown.setdefault(number, ListedPicture(*about))
        picture.copies[spec] = Copy(default_storage.url(file), width)
    return shown


def copies(*, pks: list[int]) -> QuerySet:
    """Copies of images as rows, with the words of each image in the reader's language."""
    words = {f"image_{name}": word_of(f"image__{name}") for name in WORDS}
    found = get_image_model().get_rendition_model().objects.filter(image__in=pks).annotate(**words)
    return found.values_list("image", "filter_spec", "file", "width", "image__width", "image__height", *words)


copies_of = Prepared(copies, pks=[int])


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
