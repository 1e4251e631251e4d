"""All pictures at once, on as many processors as there are."""

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from cms.sample.drawing.captions import captions
from cms.sample.drawing.studio import save


def draw_all(folder: Path) -> list[Path]:
    """Draw every picture of the sample archive into a folder, in the order of its captions.

    Workers start afresh rather than as copies, so that open database
    connections of the calling process are never shared.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as presses:
        return list(presses.map(partial(_draw_into, folder), captions(), chunksize=1))


def _draw_into(folder: Path, name: str) -> Path:
    return save(name, folder / f"{name}.jpg", captions()[name])
