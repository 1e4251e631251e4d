"""Two people, or two rounds, at the same moment. Seen on PostgreSQL alone."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from cms.deadlines import reminding, services
from cms.deadlines.choices import NoteKind, Outcome
from cms.deadlines.models import Deadline, Notice, Reminder
from tests.cms.moderation.test_concurrency import at_the_same_moment, refusals
from tests.conftest import a_province
from tests.copies import own_copy
from tests.factories import AgencyFactory

pytestmark = pytest.mark.postgresql


@pytest.fixture(scope="module")
def committed(django_db_setup, django_db_blocker):
    """A province in a database of its own, a copy of the tests', where two connections see what is committed."""
    with own_copy(django_db_blocker, "clocks"):
        yield a_province()


def start(committed, subject, code="HUE_CLARIFY"):
    return services.start(
        code, subject, at=timezone.now() - timedelta(hours=1), agency=committed.agency, by=committed.contributor
    )


@pytest.mark.django_db
def test_starts_one_after_the_other_make_one_clock(province):
    subject = AgencyFactory()

    assert start(province, subject).pk == start(province, subject).pk


def test_two_starts_make_one_clock(committed):
    subject = AgencyFactory()

    one, two, three = at_the_same_moment(*[lambda: start(committed, subject) for _each in range(3)])

    assert one.pk == two.pk == three.pk
    assert (one.due_at, two.due_at) == (three.due_at, three.due_at)
    assert [note.kind for note in Deadline.objects.get(pk=one.pk).notes.all()] == [NoteKind.STARTED_AGAIN] * 2


def test_the_two_events_of_a_clock_told_at_once_meet_it(committed):
    deadline = start(committed, AgencyFactory())

    at_the_same_moment(
        *[
            lambda event=event: services.record(deadline, event, at=timezone.now(), by=committed.contributor)
            for event in ("statement", "copied")
        ]
    )

    deadline.refresh_from_db()
    assert (deadline.outcome, deadline.stops.count()) == (Outcome.ON_TIME, 2)
    assert deadline.met_at == max(stop.at for stop in deadline.stops.all())


def test_one_event_told_twice_at_once_counts_once(committed):
    deadline = start(committed, AgencyFactory())

    at_the_same_moment(
        *[lambda: services.record(deadline, "statement", at=timezone.now(), by=None) for _each in range(3)]
    )

    assert deadline.stops.count() == 1
    assert [note.kind for note in deadline.notes.all()] == [NoteKind.EVENT_AGAIN] * 2


def test_a_clock_ends_one_way(committed):
    deadline = start(committed, AgencyFactory(), "PRESS_INITIAL")

    outcomes = at_the_same_moment(
        lambda: services.record(deadline, "informed", at=timezone.now(), by=None),
        lambda: services.waive(deadline, reason="Không thuộc tỉnh.", by=None),
    )

    deadline.refresh_from_db()
    assert deadline.outcome == (Outcome.ON_TIME if refusals(outcomes) else Outcome.WAIVED)


def test_two_rounds_of_reminders_tell_everybody_once(committed, monkeypatch):
    monkeypatch.setattr(reminding, "A_BATCH", 3)
    clocks = [start(committed, AgencyFactory(), "PRESS_INITIAL") for _each in range(10)]
    Deadline.objects.filter(pk__in=[each.pk for each in clocks]).update(
        remind_at=timezone.now(), due_at=timezone.now() + timedelta(hours=23)
    )

    at_the_same_moment(reminding.remind, reminding.remind, reminding.remind)

    reminders = Reminder.objects.filter(deadline__in=clocks)
    assert reminders.count() == 10
    assert Notice.objects.filter(reminder__in=reminders).count() == 20
    assert Notice.objects.filter(reminder__in=reminders, mailed_at=None).count() == 0
    told = [line for letter in mail.outbox for line in letter.body.splitlines() if "báo chí, số" in line]
    assert len(told) == 20
