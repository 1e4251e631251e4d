"""Letters about clocks: one a person and round, in the language of their screens, never with a word of the record."""

from __future__ import annotations

import datetime
import logging
import uuid
from typing import Any, NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.users.models import UserProfile

from cms.accounts.models import User

from . import owners, schedule
from .choices import Unit
from .models import Deadline, Notice
from .words import told

IN_A_LETTER = 20
logger = logging.getLogger(__name__)


class Sent(NamedTuple):
    """How many letters went, and how many could not."""

    sent: int
    failed: int


def send_waiting(now: datetime.datetime) -> Sent:
    """Write to everybody for whom there are notices without a letter."""
    people = User.objects.filter(pk__in=unwritten(now).values("person"), is_active=True, closed_at=None)
    with get_connection() as post:
        outcomes = [send(person, now, post) for person in people.order_by("pk")]
    return Sent(outcomes.count("sent"), outcomes.count("failed"))


def unwritten(now: datetime.datetime) -> QuerySet[Notice]:
    """Notices that no letter has carried; at night only those of clocks that count in hours."""
    found = Notice.objects.filter(letter=None)
    return found.filter(reminder__deadline__rule__unit=Unit.HOURS) if schedule.is_quiet(now) else found


def send(person: User, now: datetime.datetime, post: Any) -> str:
    """One letter. It is claimed before it goes: a round killed in between never writes twice, and the notice in the
    archive stays."""
    letter = uuid.uuid4()
    # The condition stands outside too, where the database asks it again of rows that another round is claiming.
    theirs = unwritten(now).filter(person=person)
    number = Notice.objects.filter(pk__in=theirs.values("pk"), letter=None).update(letter=letter)
    if not number:
        return "nothing"  # another round took them
    try:
        compose(person, letter, number, now, post).send()
    except OSError:
        logger.exception("The letter about deadlines to person %s could not be sent", person.pk)
        Notice.objects.filter(letter=letter).update(letter=None)
        return "failed"
    Notice.objects.filter(letter=letter).update(mailed_at=timezone.now())
    return "sent"


def compose(person: User, letter: uuid.UUID, number: int, now: datetime.datetime, post: Any) -> EmailMessage:
    """In the language of the person's screens."""
    clocks = Deadline.objects.filter(reminders__notices__letter=letter).select_related("rule", "agency").by_urgency()
    first = owners.with_subjects(clocks[:IN_A_LETTER])
    with translation.override(UserProfile.get_for_user(person).get_preferred_language()):
        return EmailMessage(
            subject(first, number, now), body(first, number, now), None, [person.email], connection=post
        )


def subject(first: list[Deadline], number: int, now: datetime.datetime) -> str:
    """The most urgent, and how many there are beside it."""
    one = capfirst(f"{first[0].rule.name}: {told(first[0], now).left}")
    if number == 1:
        return one[:200]
    more = ngettext("and %(n)d other deadline", "and %(n)d other deadlines", number - 1) % {"n": number - 1}
    return f"{one[:160]} ({more})"


def body(first: list[Deadline], number: int, now: datetime.datetime) -> str:
    """A paragraph for each clock, then where all of them stand."""
    parts = [paragraph(each, now) for each in first]
    if number > len(first):
        parts.append(_("And %(n)d more, in your calendar.") % {"n": number - len(first)})
    return "\n\n".join([*parts, _("Your calendar:") + " " + absolute(reverse("deadlines:mine"))])


def paragraph(deadline: Deadline, now: datetime.datetime) -> str:
    words = told(deadline, now)
    lines = [
        _("%(duty)s, number %(number)s") % {"duty": deadline.rule.name, "number": deadline.pk},
        f"{capfirst(words.left)}, {words.instant}.",
        str(deadline.agency),
    ]
    return "\n".join([*lines, absolute(owners.address(deadline) or reverse("deadlines:mine"))])


def absolute(address: str) -> str:
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + address
