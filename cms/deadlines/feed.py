"""A person's clocks for their own calendar program. It names duties and agencies, never a record."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from cms.accounts.models import User

from .models import Deadline
from .words import told

IN_A_FEED = 500
AN_HOUR = datetime.timedelta(hours=1)


def calendar_of(person: User) -> bytes:
    """Every running clock of the person, the most urgent first, as iCalendar (RFC 5545)."""
    calendar = Calendar()
    calendar.add("prodid", "-//Hai Dang//Deadlines//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Deadlines of Hải Đăng"))
    calendar.add("x-published-ttl", "PT1H")
    calendar.add("refresh-interval", AN_HOUR, parameters={"VALUE": "DURATION"})
    clocks = Deadline.objects.for_person(person).running().select_related("rule", "agency").by_urgency()
    for deadline in clocks[:IN_A_FEED]:
        calendar.add_component(event(deadline))
    return calendar.to_ical()


def event(deadline: Deadline) -> Event:
    """The last minute in which it is kept. Instants are UTC: every program shows them in its own zone."""
    address = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse("deadlines:mine")
    entry = Event()
    entry.add("uid", f"deadline-{deadline.pk}@haidang")
    entry.add("dtstamp", timezone.now().astimezone(datetime.UTC))
    entry.add("dtstart", deadline.last_moment.astimezone(datetime.UTC))
    entry.add("summary", _("%(duty)s, number %(number)s") % {"duty": deadline.rule.name, "number": deadline.pk})
    entry.add("description", "\n".join(facts(deadline)))
    entry.add("url", address)
    entry.add("transp", "TRANSPARENT")
    return entry


def facts(deadline: Deadline) -> list[str]:
    """Who owes it, until when, on what ground."""
    ground = deadline.rule.legal_basis
    return [str(deadline.agency), capfirst(told(deadline).instant), *([ground] if ground else [])]
