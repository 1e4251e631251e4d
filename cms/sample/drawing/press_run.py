"""All pictures at once, on as many processors as there are."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from cms.sample.drawing.captions import captions
from cms.sample.drawing.sheet import FULL_SCALE
from cms.sample.drawing.studio import save


def draw_all(folder: Path, scale: float = FULL_SCALE) -> list[Path]:
    """Draw every picture of the sample archive into a folder, in the order of its captions."""
    return draw_some(folder, captions(), scale)


def draw_missing(folder: Path, scale: float = FULL_SCALE) -> list[Path]:
    """Draw the pictures that the folder does not hold yet."""
    return draw_some(folder, [name for name in captions() if not place(folder, name).exists()], scale)


def draw_some(folder: Path, names: Iterable[str], scale: float) -> list[Path]:
    """Workers start afresh rather than as copies, so that open database connections are never shared."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as presses:
        return list(presses.map(partial(_draw_into, folder, scale), names, chunksize=1))


def place(folder: Path, name: str) -> Path:
    return folder / f"{name}.jpg"


def _draw_into(folder: Path, scale: float, name: str) -> Path:
    """A picture is seen under its name only when it is whole."""
    unfinished = save(name, folder / f"{name}.part", captions()[name], scale=scale)
    return unfinished.rename(place(folder, name))
