"""What a person has read of their notices."""

from __future__ import annotations

from django.utils import timezone

from cms.accounts.models import User

from ..models import Notice


def read_notices(person: User, numbers: list[int]) -> int:
    """The person has read these of their own notices; they stay as the record of who was told."""
    own = Notice.objects.filter(person=person, pk__in=numbers, read_at=None)
    return own.update(read_at=timezone.now())
