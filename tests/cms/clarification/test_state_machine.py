"""No path of events, by whomever, breaks the guards of a dossier; and no state, return or reopening moves a clock."""

import datetime
from types import SimpleNamespace
from unittest import mock

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from cms.clarification import services
from cms.clarification.choices import Letter, MeasureKind
from cms.clarification.models import DossierStep
from cms.clarification.services.clocks import clarify_clock, initial_clock
from cms.deadlines.choices import Outcome
from cms.deadlines.models import Deadline
from tests.cms.clarification.machine import MOVES, Model
from tests.cms.clarification.scene import cite, detected, local, now, part, write

pytestmark = pytest.mark.django_db
REFUSALS = (PermissionDenied, ValidationError)
FORWARD = ("open", "notice", "write_all", "submit", "take", "approve", "statement", "copy", "monitor", "close")
SHORT = {"max_examples": 25, "stateful_step_count": 14}


def write_all(dossier, by):
    for letter in Letter.values:
        write(now(dossier), letter, by)
        if not part(dossier, letter).evidence.exists():
            cite(now(dossier), letter, by)


def notice_of(dossier, by, at):
    services.take_notice(
        dossier, number="211", dated_on=at.date(), sent_at=at, received_at=at, proof="Sổ công văn đến.", by=by
    )


def copy_of(dossier, by, at):
    measure = dossier.measures.filter(copied_to_dept_at=None, counts_as_statement=True).first()
    if measure is None:
        raise ValidationError("nothing to copy")
    services.copy_to_department(measure, at=at, by=by)


def statement_of(dossier, by, at):
    facts = {"kind": MeasureKind.PRESS_RELEASE, "title": "Thông cáo", "counts_as_statement": True}
    services.record_measure(dossier, at=at, by=by, **facts)


DEEDS = {
    "open": lambda d, by, at, w: services.open_dossier(d, lead=w.agency, related=[w.agency2], by=by),
    "dismiss": lambda d, by, at, w: services.dismiss(d, ground="not_ours", reason="Việc khác.", by=by),
    "notice": lambda d, by, at, w: notice_of(d, by, at),
    "write": lambda d, by, at, w: write(d, "a", by),
    "write_all": lambda d, by, at, w: write_all(d, by),
    "submit": lambda d, by, at, w: services.submit(d, declaration=True, by=by),
    "take": lambda d, by, at, w: services.take(d, by=by),
    "return": lambda d, by, at, w: services.return_parts(d, reasons={"c": "Sửa lại."}, by=by),
    "approve": lambda d, by, at, w: services.approve(d, measures=["press_release"], by=by),
    "escalate": lambda d, by, at, w: services.escalate(d, note="Vượt thẩm quyền.", by=by),
    "statement": lambda d, by, at, w: statement_of(d, by, at),
    "copy": lambda d, by, at, w: copy_of(d, by, at),
    "monitor": lambda d, by, at, w: services.monitor(d, by=by),
    "close": lambda d, by, at, w: services.close(d, outcome="faded", lessons="Bài học.", by=by),
    "reopen": lambda d, by, at, w: services.reopen(d, reason="Có tin mới.", by=by),
    "flag": lambda d, by, at, w: services.flag_impact(d, at=at, reason="Lan nhanh.", by=by),
    "unflag": lambda d, by, at, w: services.unflag_impact(d, reason="Nhầm.", by=by),
    "unflag_without_reason": lambda d, by, at, w: services.unflag_impact(d, reason=" ", by=by),
}


class Paths(RuleBasedStateMachine):
    """One dossier, and everything that people try with it; the clock on the wall goes on with every move."""

    scene = None

    def __init__(self):
        super().__init__()
        self.point = transaction.savepoint()
        self.model, self.at = Model(), local(1, 8, month=9)
        self.scene.wall.return_value = self.at
        self.dossier = detected(self.scene.world, first_seen_at=self.at)
        self.due = None

    @rule(move=st.sampled_from(MOVES), hours=st.integers(1, 40))
    def anybody_tries_anything(self, move, hours):
        self.tried(move, hours)

    @rule(event=st.sampled_from(FORWARD), hours=st.integers(1, 40))
    def somebody_goes_on(self, event, hours):
        """Most random moves are refused; so that paths grow long, one that is allowed is made."""
        allowed = [move for move in MOVES if move.event == event and self.model.allows(move)]
        if allowed:
            self.tried(allowed[hours % len(allowed)], hours)

    def tried(self, move, hours):
        self.at += datetime.timedelta(hours=hours)
        self.scene.wall.return_value = self.at
        expected = self.model.allows(move)
        try:
            with transaction.atomic():
                DEEDS[move.event](now(self.dossier), getattr(self.scene.world, move.person), self.at, self.scene.world)
            happened = True
        except REFUSALS:
            happened = False
        assert happened is expected, (move, self.model)
        if happened:
            self.model.follow(move)

    @invariant()
    def the_state_is_what_the_regulation_says(self):
        dossier = now(self.dossier)
        assert dossier.state == self.model.state
        assert dossier.has_impact is self.model.has_impact
        assert DossierStep.objects.filter(dossier=dossier).last().state_after == dossier.state

    @invariant()
    def the_seven_days_end_with_statement_and_copy_and_nothing_else(self):
        clock = clarify_clock(self.dossier)
        assert (clock is not None) is self.model.has_notice
        if clock is None:
            return
        self.due = self.due or clock.due_at
        assert (clock.due_at, clock.paused_at) == (self.due, None)
        assert clock.started_at == min(self.dossier.notices.values_list("received_at", flat=True))
        pairs = self.dossier.measures.filter(counts_as_statement=True, copied_to_dept_at__isnull=False)
        instants = [max(*pair, clock.started_at) for pair in pairs.values_list("at", "copied_to_dept_at")]
        assert clock.met_at == min(instants, default=None)
        late = clock.met_at is not None and clock.met_at >= clock.due_at
        assert clock.outcome == (Outcome.RUNNING if not clock.met_at else Outcome.LATE if late else Outcome.ON_TIME)

    @invariant()
    def every_mark_has_its_own_hours(self):
        for mark in self.dossier.impact_marks.all():
            clock = initial_clock(mark)
            assert clock.due_at - clock.started_at == datetime.timedelta(hours=24)
            assert clock.outcome != Outcome.WAIVED or mark.removal_reason
        assert Deadline.objects.of(self.dossier).count() <= 1

    @invariant()
    def the_story_is_whole(self):
        assert services.chain_is_whole(self.dossier)

    def teardown(self):
        transaction.savepoint_rollback(self.point)


@pytest.fixture
def paths(world):
    """The machine on this province."""
    with mock.patch("django.utils.timezone.now") as wall:
        Paths.scene = SimpleNamespace(world=world, wall=wall)
        yield Paths


def test_no_path_breaks_the_guards_or_moves_a_clock(paths):
    run_state_machine_as_test(
        paths,
        settings=settings(
            **SHORT,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_straight_path_goes_through(paths):
    path = paths()
    for event in FORWARD:
        path.somebody_goes_on(event, 2)
        path.the_state_is_what_the_regulation_says()
        path.the_seven_days_end_with_statement_and_copy_and_nothing_else()

    assert path.model.state == "closed"
    path.teardown()
