"""What may happen to a clock, and what is refused."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from cms.core import clock
from cms.deadlines import services
from cms.deadlines.choices import NoteKind, Outcome, Unit
from cms.deadlines.models import Deadline, DeadlineRule
from tests.cms.deadlines.clocks import at, ends, happened, local, started
from tests.factories import AgencyFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def long_after():
    """Seen from a day on which everything has happened."""
    with at("2030-01-01 08:00"):
        yield


@pytest.fixture
def running():
    return started("HUE_CLARIFY", "2026-05-04 08:00")


def notes(deadline):
    return list(deadline.notes.values_list("kind", flat=True))


def changed(code, **changes):
    """A rule of the register as a province might have it."""
    DeadlineRule.objects.filter(code=code).update(**changes)


# --- starting


def test_a_second_start_changes_nothing_and_is_noted(running):
    person = UserFactory()

    again = started("HUE_CLARIFY", "2026-05-06 08:00", subject=running.subject, by=person)

    assert (again.pk, again.due_at, again.agency) == (running.pk, running.due_at, running.agency)
    assert Deadline.objects.of(running.subject).count() == 1
    note = running.notes.get()
    assert (note.kind, note.at, note.by) == (NoteKind.STARTED_AGAIN, local("2026-05-06 08:00"), person)


def test_a_second_start_after_the_end_changes_nothing_either(running):
    services.waive(running, reason="Không thuộc tỉnh.", by=None)

    again = started("HUE_CLARIFY", "2026-05-20 08:00", subject=running.subject)

    assert (again.pk, again.outcome) == (running.pk, Outcome.WAIVED)


def test_a_clock_takes_the_rule_of_the_local_day_on_which_it_starts():
    """18:00 of 30 June in London is 1 July in Viet Nam."""
    evening = datetime.datetime(2026, 6, 30, 17, tzinfo=datetime.UTC)

    with at("2026-07-02 08:00"):
        deadline = services.start("PRESS_FOREIGN", AgencyFactory(), at=evening, agency=AgencyFactory(), by=None)

    assert deadline.rule.valid_from == datetime.date(2026, 7, 1)


def test_a_rule_that_changes_binds_clocks_that_start_from_its_day_on(running):
    new = DeadlineRule.objects.get(code="HUE_CLARIFY")
    new.pk, new.amount, new.valid_from = None, 5, datetime.date(2026, 6, 1)
    services.enter_rule(new, by=None)

    old = started("HUE_CLARIFY", "2026-05-31 08:00")
    young = started("HUE_CLARIFY", "2026-06-01 08:00")

    running.refresh_from_db()
    assert (running.rule.amount, ends(running)) == (7, "2026-05-12 00:00")
    assert (old.rule.amount, young.rule.amount) == (7, 5)


def test_without_a_rule_on_the_day_no_clock_starts():
    with pytest.raises(ValidationError, match="No rule PRESS_INITIAL holds on Tuesday 30 June"), at("2026-08-01 08:00"):
        services.start("PRESS_INITIAL", AgencyFactory(), at=local("2026-06-30 08:00"), agency=AgencyFactory(), by=None)


def test_a_clock_does_not_start_in_the_future():
    with pytest.raises(ValidationError, match="lies in the future"), at("2026-05-04 08:00"):
        services.start("HUE_CLARIFY", AgencyFactory(), at=local("2026-05-04 08:01"), agency=AgencyFactory(), by=None)


def test_what_is_counted_back_may_lie_ahead():
    with at("2026-10-01 08:00"):
        agency, day = AgencyFactory(), local("2026-10-19 08:00")
        deadline = services.start("KT_PAUSE", AgencyFactory(), at=day, agency=agency, by=None)
        deadline = services.record(deadline, "announced", at=local("2026-09-30 08:00"), by=None)

    assert (deadline.counts_back, deadline.outcome) == (True, Outcome.ON_TIME)


def test_the_database_lets_one_clock_a_rule_and_record_live(running):
    running.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        running.save()


# --- events


@pytest.mark.parametrize(
    ("event", "moment", "sentence"),
    [
        ("statement", "2031-01-01 08:00", "lies in the future"),
        ("statement", "2026-05-04 07:59", "lies before the start of the deadline, 08:00 04.05.2026"),
        ("answered", "2026-05-05 08:00", "“answered” does not end this deadline; these do: statement, copied."),
    ],
)
def test_events_that_cannot_be_are_refused_with_a_sentence(running, event, moment, sentence):
    with pytest.raises(ValidationError, match=sentence):
        happened(running, event, moment)

    assert running.stops.count() == 0


def test_the_same_event_again_keeps_the_first_and_is_noted(running):
    happened(running, "statement", "2026-05-05 08:00")

    happened(running, "statement", "2026-05-06 08:00")

    assert running.stops.get().at == local("2026-05-05 08:00")
    assert notes(running) == [NoteKind.EVENT_AGAIN]


def test_events_may_be_told_in_any_order(running):
    happened(running, "copied", "2026-05-06 08:00")

    deadline = happened(running, "statement", "2026-05-05 08:00")

    assert (deadline.outcome, deadline.met_at) == (Outcome.ON_TIME, local("2026-05-06 08:00"))


def test_what_happens_after_a_waiver_is_kept_and_changes_nothing(running):
    services.waive(running, reason="Không thuộc tỉnh.", by=None)
    happened(running, "statement", "2026-05-05 08:00")

    deadline = happened(running, "copied", "2026-05-05 08:00")

    assert (deadline.outcome, deadline.stops.count()) == (Outcome.WAIVED, 2)


@pytest.mark.parametrize(("moment", "outcome"), [("14:10:00", Outcome.ON_TIME), ("14:10:01", Outcome.LATE)])
def test_the_last_instant_of_hours_is_in_time(moment, outcome):
    deadline = started("PRESS_INITIAL", "2026-10-06 14:10")

    assert happened(deadline, "informed", f"2026-10-07 {moment}").outcome == outcome


# --- waivers


def test_a_waiver_needs_a_reason(running):
    with pytest.raises(ValidationError, match="Give the reason"):
        services.waive(running, reason="  ", by=None)


def test_what_was_met_late_cannot_be_waived(running):
    happened(running, "statement", "2026-05-20 08:00")
    late = happened(running, "copied", "2026-05-20 08:00")

    with pytest.raises(ValidationError, match="It was met, late: that stays"):
        services.waive(late, reason="Bận.", by=None)


def test_a_waiver_after_the_end_does_not_hide_that_it_was_late(running):
    with at("2026-05-20 08:00"):
        deadline = services.waive(running, reason="Không thuộc tỉnh.", by=None)

    assert (deadline.outcome, deadline.was_late) == (Outcome.WAIVED, True)


# --- pauses and extensions


def test_only_a_rule_that_allows_it_is_paused(running):
    with pytest.raises(ValidationError, match="does not let this deadline be paused"):
        services.pause(running, reason="Chờ ý kiến.", at=local("2026-05-05 08:00"), by=None)


@pytest.mark.parametrize(
    ("code", "stood", "went_on", "end"),
    [
        ("PRESS_INITIAL", "2026-10-05 20:00", "2026-10-07 22:00", "2026-10-08 10:00"),  # 50 hours
        ("HUE_CLARIFY", "2026-10-06 08:00", "2026-10-08 10:00", "2026-10-15 00:00"),  # two days after Monday the 12th
        ("PRESS_FOREIGN", "2026-10-06 08:00", "2026-10-08 10:00", "2026-10-15 00:00"),
    ],
)
def test_a_clock_that_stood_ends_later_by_as_long(code, stood, went_on, end):
    changed(code, may_pause=True)
    deadline = started(code, "2026-10-05 08:00")

    services.pause(deadline, reason="Chờ ý kiến.", at=local(stood), by=None)
    deadline = services.resume(deadline, at=local(went_on), by=None)

    assert ends(deadline) == end
    assert notes(deadline) == [NoteKind.PAUSED, NoteKind.RESUMED]


def test_a_clock_that_stands_still_is_not_overdue():
    changed("HUE_CLARIFY", may_pause=True)
    deadline = started("HUE_CLARIFY", "2026-10-05 08:00")
    services.pause(deadline, reason="Chờ ý kiến.", at=local("2026-10-06 08:00"), by=None)

    assert not Deadline.objects.overdue(local("2026-11-20 08:00")).exists()
    assert Deadline.objects.running().get() == deadline


def test_what_has_run_out_is_neither_paused_nor_extended():
    changed("INFO_COMPLEX", may_pause=True)
    deadline, late = started("INFO_COMPLEX", "2026-10-01 08:00"), local("2026-10-23 00:00")

    for deed in (
        lambda: services.pause(deadline, reason="Chờ.", at=late, by=None),
        lambda: services.extend(deadline, days=5, reason="Chờ.", at=late, by=None),
    ):
        with pytest.raises(ValidationError, match="had run out by then"):
            deed()


def test_a_complex_request_is_extended_once_by_at_most_fifteen_calendar_days():
    deadline = started("INFO_COMPLEX", "2026-10-01 08:00")
    day = local("2026-10-20 08:00")
    with pytest.raises(ValidationError, match="by 1 to 15 days"):
        services.extend(deadline, days=16, reason="Cần ý kiến.", at=day, by=None)

    deadline = services.extend(deadline, days=15, reason="Cần ý kiến.", at=day, by=None)

    assert ends(deadline) == "2026-11-07 00:00"  # 22 October and 15 days: Friday 6 November
    with pytest.raises(ValidationError, match="extended before"):
        services.extend(deadline, days=1, reason="Cần nữa.", at=day, by=None)


def test_other_rules_are_not_extended(running):
    with pytest.raises(ValidationError, match="does not let this deadline be extended"):
        services.extend(running, days=1, reason="Chậm.", at=local("2026-05-05 08:00"), by=None)


# --- handing over


def test_handing_over_keeps_the_clock_and_notes_who_had_it(running):
    agency, person, before = AgencyFactory(), UserFactory(), running.agency_id

    deadline = services.hand_over(running, agency=agency, responsible=person, by=None)

    assert (deadline.agency, deadline.responsible, deadline.due_at) == (agency, person, running.due_at)
    assert deadline.notes.get().facts["before"]["agency"] == before


# --- questions


def test_overdue_begins_at_midnight_for_days_and_after_the_instant_for_hours(running):
    hours = started("PRESS_INITIAL", "2026-10-06 14:10")

    assert not Deadline.objects.overdue(local("2026-05-11 23:59:59")).exists()
    assert Deadline.objects.overdue(local("2026-05-12 00:00")).get() == running
    assert hours not in Deadline.objects.overdue(local("2026-10-07 14:10"))
    assert hours in Deadline.objects.overdue(local("2026-10-07 14:10:01"))


def test_clocks_stand_in_the_order_of_their_ends(running):
    sooner = started("PRESS_INITIAL", "2026-07-01 08:00")
    later = started("HUE_Y", "2026-07-01 08:00")

    assert list(Deadline.objects.by_urgency()) == [running, sooner, later]


def test_a_person_sees_their_own_clocks_those_of_their_agency_and_those_they_watch(province):
    theirs = started("HUE_CLARIFY", "2026-10-05 08:00", agency=province.agency)
    named = started("DSR_ACK", "2026-10-05 08:00", agency=province.agency2, responsible=province.auditor)
    housework = started("REVIEW", "2026-10-05 08:00", agency=province.agency2)

    def seen(user):
        return set(Deadline.objects.for_person(user))

    assert seen(province.contributor) == seen(province.lead) == {theirs}
    assert seen(province.contributor2) == {named, housework}
    assert seen(province.auditor) == {named}
    assert seen(province.director) == seen(province.moderator) == {theirs}
    assert seen(province.security) == set()


def test_who_left_sees_nothing(province):
    started("HUE_CLARIFY", "2026-10-05 08:00", agency=province.agency, responsible=province.contributor)
    province.contributor.is_active = False

    assert not Deadline.objects.for_person(province.contributor).exists()


def test_every_unit_of_the_engine_is_used_by_a_rule():
    assert set(DeadlineRule.objects.values_list("unit", flat=True)) == set(Unit.values)


def test_days_are_local(running):
    assert running.last_day == datetime.date(2026, 5, 11)
    assert running.due_at.astimezone(clock.VIET_NAM).hour == 0
