"""Do two texts say the same to a reader? Told by a mark of each, made of what is read and of nothing else."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.utils import translation

from cms.core.models import SOURCE_LANGUAGE

from .readings import pieces

# What the archive keeps about a text, and no reader of it reads.
NOT_READ = {"review_by", "last_verified", "sensitivity", "access_class", "topic_class"}


def mark(item: Any) -> str:
    """The same for two texts of the same words, pictures and dates; however often they are saved and approved."""
    with translation.override(SOURCE_LANGUAGE):
        said = [(each.field, each.text, each.image and each.image.pk) for each in pieces(item) if is_read(item, each)]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def is_read(item: Any, piece: Any) -> bool:
    """Words and pictures. A theme or an agency is only pointed to, and has a name of its own in each language."""
    if piece.field in NOT_READ or not (piece.text or piece.image):
        return False
    field = item._meta.get_field(piece.field)
    return bool(piece.image) or not (field.many_to_one or field.many_to_many)
