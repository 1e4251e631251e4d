"""A note of the size and age of every committed file, so that damage is seen before it is read.

tantivy maps its files and checks no sums at opening: a file cut short kills the process, overwritten bytes give wrong
answers. Committed files never change, so comparing what the system knows of them is enough.
"""

import json
import os
import secrets
from pathlib import Path

SEAL = "seal.json"


def committed(folder: Path) -> set[str]:
    """The beginnings of the names of the files that the last commit holds."""
    meta = json.loads((folder / "meta.json").read_text())
    return {segment["segment_id"].replace("-", "") for segment in meta["segments"]}


def marks(folder: Path) -> dict[str, list[int]]:
    """Size and age of every committed file. Marks of deletion are left out: the next writer may be making one now."""
    segments = committed(folder)
    files = [file for file in folder.iterdir() if file.stem in segments and file.suffix != ".del"]
    return {file.name: mark_of(file) for file in files}


def put(folder: Path) -> None:
    fresh = folder / f"{SEAL}.{secrets.token_hex(4)}"
    fresh.write_text(json.dumps(marks(folder)))
    os.replace(fresh, folder / SEAL)


def is_broken(folder: Path) -> bool:
    """Is a sealed file that the index still uses missing or not as it was?"""
    sealed = json.loads((folder / SEAL).read_text())
    segments = committed(folder)
    used = {name: mark for name, mark in sealed.items() if name.partition(".")[0] in segments}
    return any(mark_of(folder / name) != mark for name, mark in used.items())


def mark_of(file: Path) -> list[int]:
    try:
        found = os.stat(file)
    except FileNotFoundError:
        return []
    return [found.st_size, found.st_mtime_ns]
