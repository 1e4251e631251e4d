"""Taking in a file: checked, hashed, scanned, kept where no address leads."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext as _

from ..models import ClarificationDossierPage as Dossier
from ..models import DossierFile
from ..pictures import picture_hash
from ..received import read
from .screening import screen


def keep_file(dossier: Dossier, upload: Any, *, by: Any) -> DossierFile:
    """Keep a file of the dossier; if its text holds a marking it is kept too, and set apart. Raises FileRefused."""
    received = read(upload)
    upload.seek(0)
    kept = DossierFile(
        dossier=dossier,
        name=PurePath(upload.name).name[-200:],
        size=upload.size,
        sha256=hashlib.file_digest(upload.file if hasattr(upload, "file") else upload, "sha256").hexdigest(),
        media_type=received.kind.media_type,
        picture_hash=picture_hash(upload) if received.kind.reader == "picture" else None,
        kept_by=by,
    )
    screen(kept, dossier, _("a file"), by=by, more=received.texts)
    upload.seek(0)
    kept.file.save(upload.name, upload, save=False)
    kept.save()
    return kept


def keep_file_if_any(dossier: Dossier, upload: Any, *, by: Any) -> DossierFile | None:
    return keep_file(dossier, upload, by=by) if upload else None
