"""The pictures of the sample archive: drawn once and kept, entered with their words, made ready for readers."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile

from cms.library.models import ArchiveImage, ArchiveRendition
from cms.library.renditions import FORMATS, encoded, spec, widths_for

from ..drawing.press_run import draw_missing
from ..drawing.sheet import FULL_SCALE
from .world import World

AT_ONCE = 2  # pictures decoded and encoded side by side


def drawn(scale: float = FULL_SCALE) -> Path:
    """The folder of drawn pictures. Drawing takes a while, so that a second load finds them there."""
    folder = settings.VAR_ROOT / "sample-pictures" / f"{scale:g}"
    draw_missing(folder, scale)
    return folder


def load_images(world: World, folder: Path) -> None:
    """Enter every picture with its words in both languages."""
    for name, caption in world.texts.pictures.items():
        desk = world.desk(world.agency_of_picture(name))
        words = {
            f"{field}_{code}": getattr(caption, f"{source}_{code}")
            for field, source in (("alt_text", "alt"), ("caption", "caption"), ("credit", "credit"))
            for code in ("vi", "en")
        }
        file = ContentFile((folder / f"{name}.jpg").read_bytes(), name=f"{name}.jpg")
        whose = {"agency": desk.agency, "uploaded_by_user": desk.writer}
        title = caption.title_vi
        world.images[name] = ArchiveImage.objects.create(
            title=title, file=file, captured_on=caption.taken, **whose, **words
        )


def make_ready(images: Iterable[ArchiveImage]) -> None:
    """Make what the public is served, several at once: reading and writing pictures waits for no database."""
    with ThreadPoolExecutor(AT_ONCE) as presses:
        for image, made in presses.map(pressed, images):
            for (width, file_format), data, size in made:
                keep(image, width, file_format, data, size)


def pressed(image: ArchiveImage) -> tuple[ArchiveImage, list[Any]]:
    wanted = [(width, file_format) for width in reversed(widths_for(image)) for file_format in FORMATS]
    return image, list(encoded(image, wanted))


def keep(image: ArchiveImage, width: int, file_format: str, data: bytes, size: tuple[int, int]) -> None:
    ArchiveRendition.objects.create(
        image=image,
        filter_spec=spec(width, file_format),
        focal_point_key="",
        width=size[0],
        height=size[1],
        file=ContentFile(data, name=f"{image.pk}-{width}.{file_format}"),
    )
