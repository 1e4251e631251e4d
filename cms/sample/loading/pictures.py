"""The pictures of the sample archive: drawn once and kept, entered with their words, made ready for readers."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self

from django.conf import settings
from django.core.files.base import ContentFile

from cms.library.models import ArchiveImage, ArchiveRendition
from cms.library.renditions import FORMATS, encoded, spec, widths_for

from ..drawing.press_run import draw_missing
from ..drawing.sheet import FULL_SCALE
from .world import World

Reduced = tuple[ArchiveImage, list[Any]]
AT_ONCE = 2  # pictures decoded and encoded side by side


class Press:
    """Draws and reduces pictures while the archive is written: neither waits for the other until the end."""

    def __init__(self, scale: float = FULL_SCALE) -> None:
        self.workers = ThreadPoolExecutor(AT_ONCE)
        self.drawing = self.workers.submit(drawn, scale)
        self.reducing: list[Future[Reduced]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.workers.shutdown(cancel_futures=True)

    def load_images(self, world: World) -> None:
        """Enter the pictures as soon as they are drawn, and begin to reduce them."""
        load_images(world, self.drawing.result())
        self.reducing = [self.workers.submit(reduced, image) for image in world.images.values()]

    def keep_what_is_ready(self) -> None:
        """Write what was made of each picture beside it."""
        for each in self.reducing:
            keep(*each.result())


def drawn(scale: float) -> Path:
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


def reduced(image: ArchiveImage) -> Reduced:
    """What the public is served of a picture; asks the database nothing."""
    wanted = [(width, file_format) for width in reversed(widths_for(image)) for file_format in FORMATS]
    return image, list(encoded(image, wanted))


def keep(image: ArchiveImage, made: list[Any]) -> None:
    for (width, file_format), data, size in made:
        ArchiveRendition.objects.create(
            image=image,
            filter_spec=spec(width, file_format),
            focal_point_key="",
            width=size[0],
            height=size[1],
            file=ContentFile(data, name=f"{image.pk}-{width}.{file_format}"),
        )
