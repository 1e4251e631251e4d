"""What the translation editor lacks: a translated draft, handed in for judgement on its own."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from ..models import ItemStatus
from .submitting import submit


@transaction.atomic
def hand_in_translation(translation: Any, *, by: Any, declaration: bool) -> ItemStatus:
    """Write the translated strings into a draft revision, then submit that draft; no other language is touched."""
    translation.save_target(user=by, publish=False)
    return submit(translation.get_target_instance(), by=by, declaration=declaration)
