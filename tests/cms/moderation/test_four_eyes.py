"""Nobody judges their own words: not in another seat, not through a colleague, not as superuser."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from cms.moderation import services
from cms.moderation.choices import Event, State
from cms.moderation.models import Decision, NotDecided
from cms.moderation.permissions import may
from tests.archive import answers, appraised, article, cleared, handed_in, now, published, taken
from tests.cms.moderation.ways.scene import on_every_seat, set_the_scene, signed_in, url
from tests.factories import DelegationFactory, UserFactory

pytestmark = pytest.mark.django_db
HONEST = {"author": "contributor", "cleared_by": "lead", "appraised_by": "moderator", "approved_by": "director"}


@pytest.fixture(scope="module", autouse=True)
def scene(standing_archive):
    return set_the_scene(standing_archive)


def write(page, person):
    page = page.get_latest_revision_as_object()
    page.intro = f"Lời của {person}."
    page.save_revision(user=person, log_action=True)
    return now(page)


# --- the author


def test_who_wrote_any_word_of_it_clears_nothing(world):
    page = write(world.page, world.lead)
    page = handed_in(write(page, world.contributor), world)

    with pytest.raises(PermissionDenied, match="."):
        services.clear(page, by=world.lead)


def test_who_wrote_any_word_of_it_appraises_nothing(world):
    page = write(world.page, world.moderator)
    page = taken(write(page, world.contributor), world)

    with pytest.raises(PermissionDenied):
        services.appraise(page, by=world.moderator, answers=answers())


@pytest.mark.parametrize("service", [services.send_back, services.reject])
def test_who_wrote_any_word_of_it_refuses_nothing_either(world, service):
    page = appraised(write(write(world.page, world.director), world.contributor), world)

    with pytest.raises(PermissionDenied):
        service(page, by=world.director, reason="x")


def test_who_wrote_any_word_of_it_approves_nothing(world):
    page = appraised(write(write(world.page, world.director), world.contributor), world)

    with pytest.raises(PermissionDenied):
        services.approve(page, by=world.director)
    services.approve(page, by=world.deputy)
    assert now(page).is_public


def test_the_words_of_a_published_text_bar_nobody_from_the_next(world):
    page = published(write(write(world.page, world.moderator2), world.contributor), world)
    page = taken(write(page, world.contributor), world)
    services.release_claim(page, by=world.moderator)

    services.take(now(page), by=world.moderator2)
    services.appraise(now(page), by=world.moderator2, answers=answers())

    assert now(page).status.state == State.APPRAISED


def test_the_draft_of_another_text_bars_until_it_is_published(world):
    page = write(write(world.known, world.director), world.contributor)
    page = appraised(page, world)

    with pytest.raises(PermissionDenied):
        services.approve(page, by=world.director)


def test_an_item_is_handed_to_nobody_who_wrote_in_it(world):
    page = cleared(write(write(world.page, world.moderator2), world.contributor), world)

    with pytest.raises(PermissionDenied):
        services.reassign(page, by=world.director, to=world.moderator2)
    services.reassign(page, by=world.director, to=world.moderator3)
    assert now(page).status.assignee == world.moderator3


def test_an_item_is_handed_to_nobody_without_the_seat(world):
    page = cleared(world.page, world)

    with pytest.raises(PermissionDenied):
        services.reassign(page, by=world.director, to=world.contributor2)


# --- the appraiser


def test_an_appraiser_who_corrects_becomes_an_author_of_that_text(world):
    page = write(taken(world.page, world), world.moderator)

    assert page.status.state == State.SUBMITTED
    assert world.moderator.pk in page.authors()
    assert [step.event for step in page.status.steps.all()][-1] == Event.AMEND
    assert now(page).status.submission.revision == page.get_latest_revision()


def test_a_corrected_text_is_public_only_after_all_three_steps_again(world):
    page = write(taken(world.page, world), world.moderator)
    services.clear(page, by=world.lead)
    services.take(now(page), by=world.moderator2)
    services.appraise(now(page), by=world.moderator2, answers=answers())
    services.approve(now(page), by=world.director)

    decision = Decision.objects.on(page).get()
    assert decision.author == world.moderator
    assert decision.appraised_by == world.moderator2


def test_nobody_else_writes_while_it_is_judged(world):
    page = taken(world.page, world)

    for name in ("contributor", "helper", "lead", "moderator2", "director", "superuser"):
        with pytest.raises(PermissionDenied):
            write(page, getattr(world, name))


# --- one person, several seats


def test_who_cleared_does_not_approve(world):
    page = appraised(world.page, world)
    lead = on_every_seat(world, world.lead)

    with pytest.raises(PermissionDenied):
        services.approve(page, by=lead)


def test_who_appraised_does_not_approve(world):
    page = appraised(world.page, world)
    moderator = on_every_seat(world, world.moderator)

    with pytest.raises(PermissionDenied):
        services.approve(page, by=moderator)


def test_a_delegate_of_the_director_is_barred_as_anybody(world):
    seat = world.director.assignments.get().seat
    DelegationFactory(seat=seat, to_user=world.moderator)
    page = appraised(world.page, world)

    with pytest.raises(PermissionDenied):
        services.approve(page, by=now(world.moderator))


def test_a_delegate_decides_in_their_own_name_on_behalf_of_the_director(world):
    delegate = UserFactory()
    DelegationFactory(seat=world.director.assignments.get().seat, to_user=delegate)
    page = appraised(world.page, world)

    services.approve(page, by=delegate)

    step = page.status.steps.get(event=Event.APPROVE)
    assert (step.by, step.on_behalf_of) == (delegate, world.director)
    assert Decision.objects.on(page).get().approved_by == delegate


def test_the_break_glass_account_judges_nothing(world):
    page = appraised(world.page, world)

    for service in (services.clear, services.take, services.approve):
        with pytest.raises((PermissionDenied, ValidationError)):
            service(page, by=world.superuser)
    assert not any(may(event, page.status, world.superuser) for event in Event)


def test_wagtails_own_buttons_decide_nothing(world):
    page = handed_in(world.page, world)
    state = page.current_workflow_task_state

    for name in ("lead", "superuser"):
        signed_in(getattr(world, name)).post(url("workflow_action", page.pk, "approve", state.pk), {"comment": "x"})

    assert now(page).status.state == State.SUBMITTED


# --- an agency without a lead


def test_an_agency_without_a_lead_is_recorded_so(world):
    page = article(world, by=world.contributor2, source_agency=world.agency2, slug="no-lead")
    page = published(page, world)

    decision = Decision.objects.on(page).get()
    assert (decision.cleared_by, decision.no_lead) == (None, True)
    assert Event.NO_LEAD in page.status.steps.values_list("event", flat=True)


# --- below Python


@pytest.mark.parametrize(
    "people",
    [
        {"approved_by": "contributor"},
        {"appraised_by": "contributor"},
        {"cleared_by": "contributor"},
        {"approved_by": "moderator"},
        {"approved_by": "lead"},
    ],
)
def test_the_database_refuses_a_decision_without_four_eyes(world, people):
    named = {role: getattr(world, name) for role, name in {**HONEST, **people}.items()}

    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(revision=world.page.get_latest_revision(), audience="public", **named)


def test_the_database_refuses_a_decision_that_nobody_cleared(world):
    named = {role: getattr(world, name) for role, name in HONEST.items()} | {"cleared_by": None}

    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(revision=world.page.get_latest_revision(), audience="public", **named)


def test_the_database_keeps_one_standing_decision_a_text(world):
    named = {role: getattr(world, name) for role, name in HONEST.items()}

    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(revision=world.known.live_revision, audience="public", **named)


def test_restoring_is_decided_by_somebody_who_did_not_write_it(world):
    page = appraised(write(write(world.page, world.director), world.contributor), world)
    services.approve(page, by=world.deputy)
    services.withdraw(now(page), by=world.director, reason="x")

    with pytest.raises((PermissionDenied, NotDecided)):
        services.restore(now(page), by=world.director, reason="x")
    services.restore(now(page), by=world.deputy, reason="x")
    assert now(page).is_public


@pytest.mark.parametrize("ground", ["rights", "consent", "content"])
def test_what_was_withdrawn_for_its_rights_or_content_is_appraised_anew(world, ground):
    services.withdraw(world.known, by=world.director, reason="x", ground=ground)

    with pytest.raises(services.IllegalTransition):
        services.restore(now(world.known), by=world.director, reason="x")
    assert published(now(world.known), world).is_public


def test_what_has_been_decided_on_is_never_deleted(world):
    signed_in(world.superuser).post(url("delete", world.known.pk))
    signed_in(world.contributor).post(url("delete", world.known.pk))

    assert now(world.known).is_public
