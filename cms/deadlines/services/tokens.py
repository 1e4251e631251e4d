"""The private address of a person's calendar: made, revoked, looked up. Only its hash is kept."""

from __future__ import annotations

import datetime
import hashlib
import secrets

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cms.accounts.models import User

from ..models import CalendarToken

AN_HOUR = datetime.timedelta(hours=1)


@transaction.atomic
def make_calendar_address(person: User) -> str:
    """A new secret; the one before it opens nothing from now on. It is told once, here, and never again."""
    revoke_calendar_address(person)
    secret = secrets.token_urlsafe(32)
    CalendarToken.objects.create(person=person, digest=digest(secret))
    return secret


def revoke_calendar_address(person: User) -> None:
    CalendarToken.objects.filter(person=person, revoked_at=None).update(revoked_at=timezone.now())


def whose_calendar(secret: str) -> User | None:
    """The person whose calendar this secret opens, while they may sign in; that it was read is noted by the hour."""
    known = CalendarToken.objects.filter(digest=digest(secret), revoked_at=None, person__is_active=True)
    token = known.filter(person__closed_at=None).select_related("person").first()
    if token is None:
        return None
    now = timezone.now()
    stale = Q(last_read_at=None) | Q(last_read_at__lt=now - AN_HOUR)
    CalendarToken.objects.filter(stale, pk=token.pk).update(last_read_at=now)
    return token.person


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
