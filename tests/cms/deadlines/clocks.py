"""Instants as they are written in Viet Nam, a frozen clock, and something on which deadlines can be started."""

import datetime
from unittest import mock

from cms.core import clock
from cms.deadlines import services
from tests.factories import AgencyFactory


def local(text: str) -> datetime.datetime:
    """“2026-05-08 23:59” in Viet Nam."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=clock.VIET_NAM)


def at(text: str):
    """The clock stands at that moment."""
    return mock.patch("django.utils.timezone.now", return_value=local(text).astimezone(datetime.UTC))


def started(code: str, text: str, *, subject=None, agency=None, **people):
    """A clock that began at that moment, as seen from long after."""
    subject = subject or AgencyFactory()
    with at("2030-01-01 08:00"):
        return services.start(
            code, subject, at=local(text), agency=agency or AgencyFactory(), by=people.pop("by", None), **people
        )


def ends(deadline) -> str:
    """The end as written in Viet Nam."""
    return f"{deadline.due_at.astimezone(clock.VIET_NAM):%Y-%m-%d %H:%M}"


def happened(deadline, event: str, text: str):
    with at("2030-01-01 08:00"):
        return services.record(deadline, event, at=local(text), by=None)
