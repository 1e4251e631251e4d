"""The searchers of one process."""

import os
import threading
from pathlib import Path
from time import monotonic

import tantivy

from .. import EngineFailedError
from . import seal
from .folder import Folder

LOOK_AGAIN = 1.0  # seconds between two looks at the seal


class Reader:
    """Looks at the folder before each search: it has no thread, so it survives a fork, and nothing is seen late."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.lock = threading.Lock()
        self.index: tantivy.Index | None = None
        self.seen: tuple[str, int, int] | None = None
        self.looked = float("-inf")

    def searcher(self) -> tantivy.Searcher:
        with self.lock:
            place = self.folder.place()
            meta = os.stat(place / "meta.json")
            now = (str(place), meta.st_ino, meta.st_mtime_ns)
            if self.index is None or now != self.seen or monotonic() - self.looked > LOOK_AGAIN:
                self.index = self.looked_at(place, now)
                self.seen, self.looked = now, monotonic()
            return self.index.searcher()

    def looked_at(self, place: Path, now: tuple[str, int, int]) -> tantivy.Index:
        """The index with what was committed since. Damaged files are refused, and what was open is let go."""
        known, self.index = self.index, None
        if seal.is_broken(place):
            raise EngineFailedError(f"Damaged files in {place}")
        if known is None or self.seen is None or self.seen[0] != str(place):
            known = tantivy.Index.open(str(place))
            known.config_reader("manual")  # the default sees a commit half a second late, and after a fork never
        elif now != self.seen:
            known.reload()
        return known
