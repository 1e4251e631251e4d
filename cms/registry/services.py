"""Entering what the public will read, and making it public: two people, and a clock between them."""

from __future__ import annotations

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.accounts import permissions as may
from cms.deadlines import services as clocks
from cms.deadlines.models import Deadline

from .models import Listed, Spokesperson

PUBLISH_CLOCK, PUBLISHED = "SPOKES_PUBLISH", "published"


@transaction.atomic
def enter(record: Listed, *, by: Any) -> Listed:
    """Keep a new entry; for a spokesperson the 24 hours run from the decision (HUE-52)."""
    record.entered_by = by
    record.full_clean()
    record.save()
    log(record, "registry.enter", user=by)
    if isinstance(record, Spokesperson):
        clocks.start(PUBLISH_CLOCK, record, at=record.decided_at, agency=record.agency, by=by)
    return record


@transaction.atomic
def make_public(record: Listed, *, by: Any) -> Listed:
    """Let everybody read an entry, and end its clock. A director decides, and never on an entry of their own.

    Raises PermissionDenied for anybody else, ValidationError when it is public already, has ended, or is one's own.
    """
    if not may.is_director(by):
        raise PermissionDenied
    record = type(record)._default_manager.select_for_update().get(pk=record.pk)
    refuse(record, by)
    record.published_by, record.published_at = by, timezone.now()
    record.save(update_fields=["published_by", "published_at"])
    log(record, "registry.publish", user=by)
    for clock in Deadline.objects.of(record).filter(code=PUBLISH_CLOCK):
        clocks.record(clock, PUBLISHED, at=record.published_at, by=by)
    return record


def refuse(record: Listed, by: Any) -> None:
    if record.published_at:
        raise ValidationError(_("It is public already."))
    if not record.is_valid():
        raise ValidationError(_("It does not hold today: mend its days first."))
    if record.entered_by_id == by.pk:
        raise ValidationError(_("You entered it yourself: another director makes it public."))


@transaction.atomic
def end(record: Listed, *, last_day: datetime.date, by: Any) -> Listed:
    """Let an entry hold until that day, itself included; what was said until then stays true."""
    record.valid_to = last_day
    record.full_clean()
    record.save(update_fields=["valid_to"])
    log(record, "registry.end", user=by, data={"last_day": str(last_day)})
    return record
