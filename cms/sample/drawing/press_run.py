"""All pictures at once, on as many processors as there are."""

import os
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from cms.sample.drawing.captions import captions
from cms.sample.drawing.sheet import FULL_SCALE
from cms.sample.drawing.studio import save

LAST_IN_LINE = 10  # how far processes that draw stand back behind whoever waits for something else


def draw_all(folder: Path, scale: float = FULL_SCALE) -> list[Path]:
    """Draw every picture of the sample archive into a folder, in the order of its captions."""
    with presses() as workers:
        return [drawn.result() for drawn in begin(workers, folder, list(captions()), scale)]


def presses() -> ProcessPoolExecutor:
    """Workers start afresh rather than as copies, so that open database connections are never shared."""
    return ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=stand_back)


def stand_back() -> None:
    if hasattr(os, "nice"):
        os.nice(LAST_IN_LINE)


def begin(workers: Executor, folder: Path, names: list[str], scale: float = FULL_SCALE) -> list[Future[Path]]:
    """Begin to draw these pictures, in this order; each promises its file."""
    folder.mkdir(parents=True, exist_ok=True)
    return [workers.submit(_draw_into, folder, scale, name) for name in names]


def place(folder: Path, name: str) -> Path:
    return folder / f"{name}.jpg"


def _draw_into(folder: Path, scale: float, name: str) -> Path:
    """A picture is seen under its name only when it is whole."""
    unfinished = save(name, folder / f"{name}.part", captions()[name], scale=scale)
    return unfinished.rename(place(folder, name))
