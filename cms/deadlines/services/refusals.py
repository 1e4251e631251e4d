"""What is refused, in sentences."""

from __future__ import annotations

import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Deadline
from ..words import moment


class NoRule(ValidationError):
    """No rule of that code is valid on the day: without one nobody knows when a duty ends."""


class Refused(ValidationError):
    """It would make the record of the clock untrue."""


def refuse_future(at: datetime.datetime) -> None:
    """What has not happened yet cannot be recorded."""
    if at.tzinfo is None:
        raise ValueError("An instant without a time zone could be any of a day's.")
    if at > timezone.now():
        raise Refused(_("%(moment)s lies in the future: record it when it has happened.") % {"moment": moment(at)})


def refuse_before_start(deadline: Deadline, at: datetime.datetime) -> None:
    if not deadline.counts_back and at < deadline.started_at:
        said = {"moment": moment(at), "start": moment(deadline.started_at)}
        raise Refused(_("%(moment)s lies before the start of the deadline, %(start)s.") % said)


def refuse_unless_running(deadline: Deadline) -> None:
    if not deadline.is_running:
        raise Refused(_("This deadline has ended: %(outcome)s.") % {"outcome": deadline.get_outcome_display()})


def reason_given(reason: str) -> str:
    if not reason.strip():
        raise Refused(_("Give the reason: it stays beside the deadline."))
    return reason.strip()
