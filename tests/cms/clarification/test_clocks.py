"""The seven days and the 24 hours of a dossier (HUE-15, HUE-51, C3, C14, T2, T3)."""

from unittest import mock

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from cms.clarification import services
from cms.clarification.choices import MeasureKind, State
from cms.clarification.services.clocks import clarify_clock, initial_clock
from cms.deadlines.choices import Outcome
from cms.deadlines.words import told
from tests.cms.clarification.scene import (
    A_DAY,
    AN_HOUR,
    approved,
    detected,
    local,
    notice,
    noticed,
    now,
    opened,
    statement,
    taken,
    write,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    """Sets the clock on the wall."""
    with mock.patch("django.utils.timezone.now") as wall:
        yield lambda *instant, **more: setattr(wall, "return_value", local(*instant, **more))


def test_t2_statement_on_day_six_and_copy_on_day_eight_are_late(world, at):
    at(1, 10, 5, month=8)
    dossier = noticed(world, received_at=local(1, 10, month=8))

    at(9, 9, month=8)
    measure = statement(dossier, world, at=local(7, 16, month=8))
    assert clarify_clock(dossier).outcome == Outcome.RUNNING
    at(11, 9, month=8)
    services.copy_to_department(measure, at=local(11, 8, month=8), by=world.lead)

    clock = clarify_clock(dossier)
    assert clock.due_at == local(11, 0, month=8)  # the 8th is a Saturday: the end of Monday the 10th
    assert (clock.met_at, clock.outcome) == (local(11, 8, month=8), Outcome.LATE)


def test_a_late_dossier_stays_late_when_it_is_closed(world, at):
    at(4, 10, 5)
    dossier = noticed(world, received_at=local(4, 10))
    at(20, 10)
    dossier = approved(dossier, world)
    statement(dossier, world, at=local(20, 9), copied_at=local(20, 9))
    services.monitor(now(dossier), by=world.moderator)

    services.close(now(dossier), outcome="faded", lessons="Nhận thông báo là soạn ngay.", by=world.director)

    assert told(clarify_clock(dossier)).tone == "late"


@pytest.mark.parametrize("far", [noticed, taken, approved])
def test_a_measure_stops_the_clock_whatever_the_department_has_decided(world, far):
    """C14."""
    dossier = far(noticed(world), world) if far is not noticed else noticed(world)
    state = dossier.state

    statement(dossier, world, copied_at=None)
    measure = dossier.measures.get()
    services.copy_to_department(measure, at=measure.at, by=world.lead)

    assert clarify_clock(dossier).outcome == Outcome.ON_TIME
    assert now(dossier).state == (State.RESPONDED if state == State.APPROVED else state)


def test_approval_after_the_answer_goes_straight_to_answered(world):
    dossier = taken(noticed(world), world)
    measure = statement(dossier, world)
    services.copy_to_department(measure, at=measure.at, by=world.lead)

    services.approve(now(dossier), measures=[MeasureKind.PRESS_RELEASE], by=world.director)

    assert now(dossier).state == State.RESPONDED


def test_a_second_notice_is_kept_and_restarts_nothing(world, at):
    at(4, 10, 5)
    dossier = noticed(world, received_at=local(4, 10))
    before = clarify_clock(dossier)

    at(6, 10, 5)
    notice(dossier, world, local(6, 10), number="215/SVHTTDL")

    after = clarify_clock(dossier)
    assert (after.pk, after.due_at) == (before.pk, before.due_at)
    assert dossier.notices.count() == 2


def test_a_return_neither_stops_nor_resets_the_clock(world):
    dossier = taken(noticed(world), world)
    before = clarify_clock(dossier)

    services.return_parts(dossier, reasons={"b": "Thiếu số liệu."}, by=world.moderator)
    write(now(dossier), "b", world.contributor, body="Có số liệu.")

    after = clarify_clock(dossier)
    assert (after.due_at, after.paused_at, after.outcome) == (before.due_at, None, Outcome.RUNNING)


def test_t3_saturday_night_gives_until_sunday_night(world, at):
    at(7, 22, 0, month=11)
    dossier = opened(world)

    services.flag_impact(dossier, at=local(7, 22, month=11), reason="Có báo nước ngoài hỏi.", by=world.contributor)

    mark = now(dossier).impact
    assert initial_clock(mark).due_at == local(8, 22, month=11)
    at(8, 21, month=11)
    assert told(initial_clock(mark)).left == "1 hour left"


def test_both_clocks_run_beside_each_other(world, at):
    at(7, 9, month=9)
    dossier = noticed(world, received_at=local(7, 8, month=9))
    services.flag_impact(dossier, at=local(7, 8, 30, month=9), reason="Dư luận trái chiều.", by=world.lead)

    at(7, 20, month=9)
    statement(dossier, world, at=local(7, 19, month=9), counts_as_statement=False)

    assert initial_clock(now(dossier).impact).outcome == Outcome.ON_TIME
    assert clarify_clock(dossier).outcome == Outcome.RUNNING


@pytest.mark.parametrize("kind", [MeasureKind.PORTAL_POST_VI, MeasureKind.SUPPLIED_TO_PRESS, MeasureKind.MEDIA_PRODUCT])
def test_only_a_release_statement_or_briefing_is_first_information(world, at, kind):
    at(7, 9, month=9)
    dossier = noticed(world, received_at=local(7, 8, month=9))
    services.flag_impact(dossier, at=local(7, 8, month=9), reason="Dư luận trái chiều.", by=world.lead)

    at(7, 12, month=9)
    statement(dossier, world, at=local(7, 11, month=9), kind=kind)

    assert initial_clock(now(dossier).impact).outcome == Outcome.RUNNING


def test_the_mark_goes_only_for_a_reason_and_its_clock_is_waived_with_it(world):
    dossier = noticed(world)
    mark = services.flag_impact(dossier, at=dossier.opened_at, reason="Nhiều nơi đăng lại.", by=world.lead)

    with pytest.raises(services.ReasonOwed):
        services.unflag_impact(now(dossier), reason="", by=world.lead)
    services.unflag_impact(now(dossier), reason="Xác minh lại: chỉ một trang.", by=world.lead)

    assert not now(dossier).has_impact
    assert initial_clock(mark).outcome == Outcome.WAIVED


def test_a_new_mark_has_24_hours_of_its_own(world):
    dossier = noticed(world)
    first = services.flag_impact(dossier, at=dossier.opened_at, reason="Nhiều nơi đăng lại.", by=world.lead)
    services.unflag_impact(now(dossier), reason="Nhầm.", by=world.lead)

    second = services.flag_impact(now(dossier), at=dossier.opened_at, reason="Nay thì thật.", by=world.lead)

    assert initial_clock(second).outcome == Outcome.RUNNING
    assert initial_clock(first).outcome == Outcome.WAIVED


def test_a_mark_before_a_lead_is_kept_by_the_agency_that_found_it(world):
    dossier = detected(world)

    mark = services.flag_impact(dossier, at=dossier.opened_at, reason="Lan nhanh.", by=world.contributor)

    assert initial_clock(mark).agency == world.agency


def test_a_measure_waits_for_a_notice_unless_the_matter_is_grave(world):
    dossier = opened(world)
    with pytest.raises(PermissionDenied, match="once a notice has been received"):
        statement(dossier, world)

    services.flag_impact(dossier, at=dossier.opened_at, reason="Lan nhanh.", by=world.contributor)
    statement(dossier, world)

    assert dossier.measures.count() == 1


def test_what_was_said_before_the_notice_came_answers_it_when_it_comes(world, at):
    at(4, 10)
    dossier = opened(world)
    write(dossier, "a", world.contributor)
    statement(dossier, world, at=local(4, 9), copied_at=local(4, 9, 30))

    at(5, 12)
    notice(dossier, world, local(5, 10))

    clock = clarify_clock(dossier)
    assert (clock.outcome, clock.met_at) == (Outcome.ON_TIME, local(5, 10))


def test_the_earliest_statement_with_its_copy_counts(world, at):
    at(4, 10, 5)
    dossier = noticed(world, received_at=local(4, 10))
    at(9, 10)
    statement(dossier, world, at=local(9, 9))
    early = statement(dossier, world, at=local(6, 9))

    services.copy_to_department(early, at=local(7, 9), by=world.lead)

    assert clarify_clock(dossier).met_at == local(7, 9)


def test_the_copy_is_recorded_once(world):
    dossier = noticed(world)
    measure = statement(dossier, world)
    services.copy_to_department(measure, at=measure.at, by=world.lead)

    with pytest.raises(ValidationError, match="recorded already"):
        services.copy_to_department(now(measure), at=measure.at, by=world.lead)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"number": " "}, "number of the notice"),
        ({"dated_on": None}, "date of the notice"),
        ({"sent_at": local(4, 11)}, "before it is sent"),
        ({"received_at": local(4, 13)}, "future"),
    ],
)
def test_a_notice_that_cannot_be_true_is_refused_in_a_sentence_and_starts_nothing(world, at, wrong, said):
    at(4, 12)
    dossier = opened(world)
    true = {"number": "211", "dated_on": local(4, 8).date(), "sent_at": local(4, 8), "received_at": local(4, 10)}

    with pytest.raises(ValidationError, match=said):
        services.take_notice(dossier, by=world.lead, **{**true, **wrong})

    assert clarify_clock(dossier) is None
    assert now(dossier).state == State.OPENED


def test_the_department_enters_a_receipt_only_with_proof(world):
    dossier = opened(world)
    with pytest.raises(ValidationError, match="proves the delivery"):
        notice(dossier, world, by=world.moderator)

    notice(dossier, world, by=world.moderator, proof="Sổ công văn đến số 88, văn thư ký nhận.")

    assert clarify_clock(dossier).is_running


def test_nothing_is_answered_in_the_future(world):
    dossier = noticed(world)

    with pytest.raises(ValidationError, match="future"):
        statement(dossier, world, at=dossier.opened_at + A_DAY)
    with pytest.raises(ValidationError, match="future"):
        statement(dossier, world, copied_at=dossier.opened_at + AN_HOUR)
