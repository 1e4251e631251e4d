"""Where an index lives: a link to a folder whose name tells the rules it was built with."""

import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .schema import version


class Folder:
    """The place of one index: <root>/<name> leads to <root>/<name>.<version>.<random>."""

    def __init__(self, root: Path, name: str) -> None:
        self.root, self.name = root, name
        self.live = root / name

    def place(self) -> Path:
        """The living folder; FileNotFoundError if there is none built with today's rules."""
        place = Path(os.path.realpath(self.live))
        if not place.name.startswith(f"{self.name}.{version()}.") or not place.is_dir():
            raise FileNotFoundError(f"No index of today's rules at {self.live}")
        return place

    def fresh(self) -> Path:
        new = self.root / f"{self.name}.{version()}.{secrets.token_hex(4)}"
        new.mkdir(parents=True)
        return new

    def change_over(self, new: Path) -> None:
        """Let the living name lead to a new folder at once. Searches under way keep the files they have open."""
        link = self.root / f"{self.name}.next"
        link.unlink(missing_ok=True)
        link.symlink_to(new.name)
        if self.live.is_dir() and not self.live.is_symlink():
            shutil.rmtree(self.live)
        os.replace(link, self.live)

    def sweep(self) -> None:
        """Remove every folder of this name but the living one."""
        living = os.path.realpath(self.live)
        for folder in self.root.glob(f"{self.name}.*.*"):
            if str(folder) != living and folder.is_dir():
                shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def claimed(self) -> Iterator[bool]:
        """True for the one process that may build the index now; the system gives the claim back if it dies."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / f"{self.name}.claim").open("w") as claim:
            try:
                fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True
