"""Where the files of dossiers lie: outside the folder of media, without an address."""

from __future__ import annotations

import uuid
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible


@deconstructible
class DossierStorage(FileSystemStorage):
    """Files without an address: they leave by a view that asks who is there."""

    def __init__(self) -> None:
        super().__init__(base_url=None)

    @property
    def base_location(self) -> Any:
        """Read anew each time: tests keep theirs in a folder of their own."""
        return Path(settings.VAR_ROOT) / "dossiers"

    @property
    def location(self) -> str:
        return str(Path(self.base_location).absolute())

    def url(self, name: str | None) -> str:
        raise ValueError("Files of dossiers have no address.")


def private_storage() -> DossierStorage:
    return DossierStorage()


def without_a_name(instance: Any, name: str) -> str:
    """A place that tells nothing: the name under which it was uploaded is kept in the row."""
    suffix = PurePosixPath(name).suffix.lower()[:8]
    return f"{instance.dossier_id}/{uuid.uuid4().hex}{suffix}"
