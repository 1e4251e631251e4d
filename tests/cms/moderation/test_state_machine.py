"""No path of legal and illegal events, by whomever, leads to the public without a decision by other people."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from wagtail.models import Page

from cms.moderation import services
from cms.moderation.choices import State
from cms.moderation.models import Decision, ItemStatus, Step
from cms.moderation.transitions import TRANSITIONS
from tests.archive import article, now
from tests.cms.moderation.machine import EVENTS, MOVES, SNEAKS, Model
from tests.cms.moderation.ways.scene import appraise, set_the_scene

pytestmark = pytest.mark.django_db
REFUSALS = (PermissionDenied, ValidationError, IntegrityError)
FORWARD = ("submit", "clear", "take", "appraise", "approve")
REASON = {"reason": "Vì lý do."}
SERVICES = {
    "submit": lambda page, by: services.submit(page, by=by, declaration=True),
    "return": lambda page, by: services.return_to_author(page, by=by, **REASON),
    "release": services.release_claim,
    "appraise": appraise,
}
WITH_REASON = {
    "agency_return",
    "send_back",
    "reject",
    "withdraw",
    "restore",
    "archive",
    "quarantine",
    "propose_release",
    "release_quarantine",
}


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    return set_the_scene(standing_archive)


def write(page, person, number):
    page = page.get_latest_revision_as_object()
    page.intro = f"Text {number}"
    page.save_revision(user=person, log_action=True)


def sneak(page, event, person):
    """What the state machine does not know: a publication past it."""
    if event == "publish":
        page.get_latest_revision().publish(user=person, skip_permission_checks=True)
    elif event == "save_live":
        page.live = True
        page.intro = "Sneaked in"
        page.save()
    elif event == "update_live":
        Page.objects.filter(pk=page.pk).update(live=True, live_revision=page.get_latest_revision(), seo_title="Sneaked")
    elif state := page.current_workflow_state:
        state.finish(user=person) if event == "finish" else state.current_task_state.approve(user=person)
    raise PermissionDenied  # whatever came of it, it must not have changed a thing


class Review(RuleBasedStateMachine):
    """One item, and everybody who may try something on it."""

    world = None

    def __init__(self):
        super().__init__()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.page = article(self.world, title="Item", slug="item", intro="Text 0")
        self.model, self.numbers = Model(), set()
        self.look()

    def teardown(self):
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)

    @rule(data=st.data(), mood=st.sampled_from(["forward", "forward", "legal", "any"]))
    def somebody_tries_something(self, data, mood):
        legal = [move for move in MOVES if self.model.allows(move)]
        events = sorted({move.event for move in legal})
        wanted = [event for event in events if mood == "legal" or event in FORWARD]
        if mood != "any" and wanted:
            event = data.draw(st.sampled_from(wanted))
            legal = [move for move in legal if move.event == event]
        move = data.draw(st.sampled_from(MOVES if mood == "any" else legal or MOVES))
        before = self.seen
        try:
            with transaction.atomic():
                self.attempt(move)
        except REFUSALS:
            assert not self.model.allows(move), f"{move} was refused in {self.model}"
            assert self.look() == before
        else:
            assert self.model.allows(move), f"{move} was allowed in {self.model}"
            self.model.follow(move)
            self.expect_one_step(move, before, self.look())

    def attempt(self, move):
        page, person = now(self.page), getattr(self.world, move.person)
        if move.event in SNEAKS:
            sneak(page, move.event, person)
        elif move.event == "write":
            if move.person not in EVENTS["write"][0]:
                raise PermissionDenied  # the editor is closed to them; services judge who may judge
            write(page, person, self.model.text + 1)
        else:
            service = SERVICES.get(move.event) or getattr(services, move.event)
            service(page, by=person, **(REASON if move.event in WITH_REASON else {}))

    def look(self):
        """Everything that an attempt may change, as the database has it."""
        page = now(self.page)
        status = ItemStatus.objects.of(page).values().first()
        steps = list(Step.objects.filter(status_id=status["id"]).values_list("pk", "event"))
        words = page.live, page.live_revision_id, page.latest_revision_id, page.intro, page.title, page.seo_title
        self.seen = status, steps, words
        return self.seen

    def expect_one_step(self, move, before, after):
        added = [event for _pk, event in after[1][len(before[1]) :]]
        follows = {"approve": ["publish"], "restore": ["publish"]}.get(move.event, [])
        assert added in ([[], ["amend"]] if move.event == "write" else [[move.event, *follows]])

    @invariant()
    def the_item_stands_where_it_must(self):
        status = self.seen[0]
        assert status["state"] == self.model.state
        if status["state"] == State.IN_APPRAISAL:
            assert status["assignee_id"] == getattr(self.world, self.model.assignee).pk

    @invariant()
    def what_is_public_was_decided_on_by_others(self):
        live, live_revision, _latest, intro, *_titles = self.seen[2]
        assert self.page.is_public == live == self.model.is_public
        if live:
            decision = Decision.objects.on(self.page).standing().get()
            assert decision.revision_id == live_revision
            assert intro == f"Text {self.model.public_text}"
            judges = {decision.cleared_by_id, decision.appraised_by_id, decision.approved_by_id}
            assert len(judges - {decision.author_id}) == 3
            assert not judges & {getattr(self.world, name).pk for name in self.model.public_writers}

    @invariant()
    def an_accession_number_is_given_once(self):
        number = self.seen[0]["accession_number"]
        self.numbers |= {number} - {None}
        assert len(self.numbers) == bool(number)


def test_no_path_leads_to_the_public_past_other_people(world):
    Review.world = world

    run_state_machine_as_test(
        Review,
        settings=settings(
            max_examples=16,
            stateful_step_count=24,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.parametrize("event", [event for event, line in TRANSITIONS.items() if line.reason_is_owed])
def test_a_refusal_owes_its_reason(event):
    assert TRANSITIONS[event].reason_is_owed


@pytest.mark.parametrize("state", State)
def test_nothing_leads_out_of_what_was_destroyed(state):
    assert not [event for event, line in TRANSITIONS.items() if State.PURGED in line.origins]
