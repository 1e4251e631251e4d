"""The pictures of the sample archive: drawn once and kept, entered with their words, made ready for readers."""

import os
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self

from django.conf import settings
from django.core.files.base import ContentFile

from cms.library.models import ArchiveImage, ArchiveRendition
from cms.library.renditions import FORMATS, stored, widths_for

from ..drawing.captions import Caption
from ..drawing.press_run import LAST_IN_LINE, begin, place, presses
from ..drawing.sheet import FULL_SCALE
from .clock import set_to
from .world import STOCKED, World

AT_ONCE = 2  # pictures decoded and encoded side by side


class Press:
    """Draws and reduces pictures while the archive is written: each is waited for when a text first asks for it."""

    def __init__(self, world: World, scale: float = FULL_SCALE) -> None:
        """Drawing takes a while, so that a second load finds the pictures where the first has left them."""
        self.world, self.folder = world, settings.VAR_ROOT / "sample-pictures" / f"{scale:g}"
        names = [name for name in world.texts.pictures if not place(self.folder, name).exists()]
        self.presses, self.reducers = presses(), ThreadPoolExecutor(AT_ONCE, initializer=stand_back)
        self.drawing = dict(zip(names, begin(self.presses, self.folder, names, scale), strict=True))
        self.reducing: list[Future[list[ArchiveRendition]]] = []
        world.images.enter = self.enter

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        for workers in (self.presses, self.reducers):
            workers.shutdown(cancel_futures=True)

    def enter(self, name: str) -> ArchiveImage:
        """Enter a picture as soon as it is drawn, and begin to reduce it."""
        file = self.drawing[name].result() if name in self.drawing else place(self.folder, name)
        with set_to(STOCKED):
            image = entered(self.world, self.world.texts.pictures[name], file)
        self.reducing.append(self.reducers.submit(reduced, image))
        return image

    def keep_what_is_ready(self) -> None:
        """Write what was made of each picture beside it."""
        ArchiveRendition.objects.bulk_create([row for made in self.reducing for row in made.result()])


def stand_back() -> None:
    """A thread stands in line by itself where the system knows of such a thing."""
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LAST_IN_LINE)


def entered(world: World, caption: Caption, file: Path) -> ArchiveImage:
    """A picture with its words in both languages."""
    desk = world.desk(world.agency_of_picture(caption.name))
    words = {
        f"{field}_{code}": getattr(caption, f"{source}_{code}")
        for field, source in (("alt_text", "alt"), ("caption", "caption"), ("credit", "credit"))
        for code in ("vi", "en")
    }
    whose: dict[str, Any] = {"agency": desk.agency, "uploaded_by_user": desk.writer}
    original = ContentFile(file.read_bytes(), name=file.name)
    return ArchiveImage.objects.create(
        title=caption.title_vi, file=original, captured_on=caption.taken, **whose, **words
    )


def reduced(image: ArchiveImage) -> list[ArchiveRendition]:
    """What the public is served of a picture; asks the database nothing."""
    return stored(image, [(width, file_format) for width in reversed(widths_for(image)) for file_format in FORMATS])
