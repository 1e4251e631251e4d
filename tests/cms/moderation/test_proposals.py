"""A change proposed to a list: kept as it was filled in, read side by side, accepted by the form's own road."""

import re

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from cms.accounts import permissions as seats
from cms.core.clock import day_before, today
from cms.moderation import services
from cms.moderation.choices import ChangeKind, ProposalState
from cms.moderation.models import ProposedChange
from cms.moderation.permissions import NotAllowed
from cms.organisation.choices import Function
from cms.organisation.models import Agency, AgencySuccession, AgencyTerm, FunctionAssignment
from cms.pages.models import Theme
from tests.archive import article, now
from tests.cms.moderation.lists import LISTS, NAMES, TERM, at, form_of_a_succession, form_of_an_agency, rows
from tests.cms.moderation.test_queue import signed_in
from tests.factories import (
    AgencyFactory,
    DelegationFactory,
    FunctionAssignmentFactory,
    SeatAssignmentFactory,
    SeatFactory,
)

pytestmark = pytest.mark.django_db


def river():
    return Theme.objects.create(code="river", name_vi="Sông", name_en="River")


def proposed(world, address, form, by=None, **extra):
    signed_in(by or world.moderator).post(address, {**form, **extra})
    return ProposedChange.objects.latest("pk")


def a_change(world, **extra):
    """A moderator would call the river a sea."""
    return proposed(world, at(Theme, "edit", river().pk), TERM, **extra)


def an_agency(world, **words):
    return proposed(world, at(Agency, "add"), {**form_of_an_agency(), **words})


def screen(user, change, language="en"):
    return signed_in(user, language).get(change.url).content.decode()


def decide(user, change, deed="accept", reason=""):
    return signed_in(user).post(change.url, {"deed": deed, "reason": reason}, follow=True).content.decode()


# --- proposing


def test_a_proposal_keeps_the_form_the_row_as_it_was_and_the_reason(world):
    change = a_change(world, proposal_reason="Theo Quyết định 7.")

    assert change.kind == ChangeKind.CHANGE
    assert change.data["name_vi"] == ["Biển"]
    assert change.base["name_vi"] == "Sông"
    assert {"field": "name_vi", "old": "Sông", "new": "Biển"} in change.differences
    assert change.reason == "Theo Quyết định 7."
    assert change.proposed_by == world.moderator
    assert "csrfmiddlewaretoken" not in change.data


def test_the_moderator_is_told_that_it_waits(world):
    answer = signed_in(world.moderator).post(at(Theme, "add"), TERM, follow=True)

    assert "Your change waits for a director." in answer.content.decode()


def test_a_form_with_errors_is_not_proposed(world):
    answer = signed_in(world.moderator).post(at(Theme, "add"), {**TERM, "name_vi": ""})

    assert answer.status_code == 200
    assert not ProposedChange.objects.exists()


def test_a_form_that_changes_nothing_is_not_proposed(world):
    theme = river()
    same = {"name_vi": "Sông", "name_en": "River", "description_vi": "", "code": "river", "sort_order": 0}

    answer = signed_in(world.moderator).post(at(Theme, "edit", theme.pk), {**same, "is_active": "on"})

    assert "Nothing is changed" in answer.content.decode()
    assert not ProposedChange.objects.exists()


def test_what_a_service_would_refuse_is_refused_before_anybody_reads_it(world):
    """The function went to another agency on the very day on which it would go over."""
    form = {**form_of_a_succession(), "function": Function.ARCHIVE}
    until = {"function": Function.ARCHIVE, "agency_id": form["predecessor"], "valid_to": day_before(today())}
    FunctionAssignmentFactory(**until)
    FunctionAssignmentFactory(function=Function.ARCHIVE, valid_from=today())

    answer = signed_in(world.moderator).post(at(AgencySuccession, "add"), form)

    assert "begins on that very day" in answer.content.decode()
    assert not ProposedChange.objects.exists()


def test_one_row_has_one_open_proposal_and_the_words_of_the_second_stay_in_the_form(world):
    change = a_change(world)

    answer = signed_in(world.moderator2).post(at(Theme, "edit", change.object_id), {**TERM, "name_vi": "Đầm phá"})

    shown = answer.content.decode()
    assert "waits already" in shown
    assert "Đầm phá" in shown
    assert ProposedChange.objects.count() == 1


def test_the_edit_screen_tells_of_the_change_that_waits(world):
    change = a_change(world)

    for person, words in ((world.moderator, "withdraw it"), (world.moderator2, "See it"), (world.director, "See it")):
        shown = signed_in(person).get(at(Theme, "edit", change.object_id)).content.decode()
        assert change.url in shown
        assert words in shown


def test_a_moderator_proposes_and_a_director_saves(world):
    for person, button in ((world.moderator, "Propose"), (world.director, "Save")):
        shown = signed_in(person).get(at(Theme, "add")).content.decode()
        assert re.search(rf'progress-target="label">\s*{button}\s*</em>', shown)
        assert ("proposal_reason" in shown) is (person == world.moderator)


# --- deciding


@pytest.mark.parametrize("kind", ["add", "edit"])
@pytest.mark.parametrize("name", LISTS)
def test_what_is_accepted_is_what_a_director_would_have_saved(world, name, kind):
    model, a_row, form = LISTS[name]
    row, sent = a_row(), form()
    address = at(model, "add") if kind == "add" else at(model, "edit", row.pk)
    with transaction.atomic():
        signed_in(world.director).post(address, sent)
        wanted = rows(model)
        transaction.set_rollback(True)
    change = proposed(world, address, sent)

    services.accept(change, by=world.director)

    assert [without_number(each) for each in rows(model)] == [without_number(each) for each in wanted]
    assert change.differences


def without_number(row):
    return {name: value for name, value in row.items() if name != "id"}


def test_accepting_a_function_moves_it_by_its_service(world):
    old, new = FunctionAssignment.holder(Function.FOREIGN_INFO_UNIT), AgencyFactory()
    form = {"function": Function.FOREIGN_INFO_UNIT, "agency": new.pk, "valid_from": today(), "legal_basis": "7/QĐ"}
    change = proposed(world, at(FunctionAssignment, "add"), form)
    assert FunctionAssignment.holder(Function.FOREIGN_INFO_UNIT) == old

    decide(world.director, change)

    assert FunctionAssignment.holder(Function.FOREIGN_INFO_UNIT) == new
    assert FunctionAssignment.holder(Function.FOREIGN_INFO_UNIT, on=day_before(today())) == old


def test_acceptance_is_written_in_the_record_of_the_row(world):
    change = a_change(world)

    decide(world.director, change)

    log = ModelLogEntry.objects.filter(object_id=change.object_id, content_type=change.content_type)
    assert [(entry.action, entry.user) for entry in log.order_by("pk")] == [
        ("moderation.propose_change", world.moderator),
        ("wagtail.edit", world.director),
        ("moderation.accept_change", world.director),
    ]
    change.refresh_from_db()
    assert (change.state, change.decided_by) == (ProposalState.ACCEPTED, world.director)
    assert change.seat.agency == world.department


def test_a_new_row_is_linked_to_its_proposal_once_it_is_there(world):
    change = an_agency(world)
    assert change.object_id == ""

    change = services.accept(change, by=world.director)

    assert Agency.objects.get(pk=change.object_id).name == "Hội Hữu nghị"


def test_a_refusal_gives_its_reason_and_changes_nothing(world):
    change = a_change(world)
    assert "Give the reason" in decide(world.director, change, "refuse")

    decide(world.director, change, "refuse", reason="Sông không phải biển.")

    change.refresh_from_db()
    assert change.state == ProposalState.REFUSED
    assert Theme.objects.get(pk=change.object_id).name_vi == "Sông"
    assert "Sông không phải biển." in screen(world.moderator, change)


@pytest.mark.parametrize("deed, subject", [("accept", "is accepted"), ("refuse", "is refused")])
def test_the_proposer_gets_a_letter(world, django_capture_on_commit_callbacks, deed, subject):
    profile = UserProfile.get_for_user(world.moderator)
    profile.preferred_language = "en"
    profile.save()
    change = a_change(world)

    with django_capture_on_commit_callbacks(execute=True):
        decide(world.director, change, deed, reason="Lý do riêng.")

    letter = mail.outbox[-1]
    assert letter.to == [world.moderator.email]
    assert subject in letter.subject
    assert change.url in letter.body
    assert "Lý do riêng." not in letter.body


def test_whoever_proposed_it_may_withdraw_it_and_propose_anew(world):
    change = a_change(world)

    decide(world.moderator, change, "withdraw")

    change.refresh_from_db()
    assert (change.state, change.decided_by) == (ProposalState.WITHDRAWN, None)
    again = proposed(world, at(Theme, "edit", change.object_id), {**TERM, "name_vi": "Đầm"})
    assert again.pk != change.pk


def test_nobody_decides_on_a_change_of_their_own(world):
    """A moderator who has become a director since, or sits for one by delegation."""
    change = a_change(world)
    SeatAssignmentFactory(seat=SeatFactory(agency=world.department, kind="approve"), user=world.moderator)
    person = now(world.moderator)

    with pytest.raises(NotAllowed, match="somebody else"):
        services.accept(change, by=person)

    assert not ProposedChange.objects.to_decide(person).exists()


def test_the_database_refuses_a_decision_by_the_proposer(world):
    change = a_change(world)
    change.state, change.decided_by, change.decided_at = ProposalState.ACCEPTED, world.moderator, change.proposed_at

    with pytest.raises(IntegrityError, match="proposal_decided_by_another"), transaction.atomic():
        change.save()


def test_a_delegate_decides_on_behalf_of_the_director(world):
    delegate = DelegationFactory(seat=seats.is_director(world.director).seat).to_user

    change = services.accept(a_change(world), by=delegate)

    assert (change.decided_by, change.on_behalf_of) == (delegate, world.director)


# --- what changed meanwhile


def test_a_row_changed_meanwhile_is_named_and_the_proposal_stays_open(world):
    change = a_change(world)
    theme = Theme.objects.get(pk=change.object_id)
    theme.name_en = "The river"
    theme.save()

    shown = decide(world.director, change)

    assert "Name [en]” was changed after this was proposed" in shown
    theme.refresh_from_db()
    assert theme.name_vi == "Sông"
    assert ProposedChange.objects.waiting().get() == change


def test_a_proposal_that_the_rules_refuse_by_now_names_the_field(world):
    change = an_agency(world, **NAMES)
    AgencyTerm.objects.create(name_vi=NAMES["name_vi"], name_en="Foreign Affairs Office")

    shown = decide(world.director, change)

    assert "The official English name is “Foreign Affairs Office”." in shown
    assert "Name [en]" in shown
    assert ProposedChange.objects.waiting().get() == change
    assert not Agency.objects.filter(eid="H99.77").exists()


def test_a_row_that_is_gone_is_said_to_be_gone(world):
    change = a_change(world)
    Theme.objects.all().delete()

    assert "The row is gone" in decide(world.director, change)


def test_whoever_comes_second_is_told_who_was_first(world):
    change = a_change(world)
    services.accept(change, by=world.director)

    with pytest.raises(services.AlreadyDone, match=str(world.director)):
        services.refuse(change, by=world.deputy, reason="Không.")


def test_a_day_is_kept_in_the_one_notation_that_every_language_reads_alike(world):
    change = an_agency(world, valid_from="03/04/2026")

    services.accept(change, by=world.director)

    assert change.data["valid_from"] == ["2026-03-04"]
    assert str(Agency.objects.get(eid="H99.77").valid_from) == "2026-03-04"


# --- deleting


def test_a_deletion_is_proposed_and_takes_place_when_it_is_accepted(world):
    theme = river()
    change = proposed(world, at(Theme, "delete", theme.pk), {}, proposal_reason="Nhập nhầm.")
    assert (change.kind, Theme.objects.filter(pk=theme.pk).exists()) == (ChangeKind.REMOVE, True)

    decide(world.director, change)

    assert not Theme.objects.filter(pk=theme.pk).exists()


@pytest.mark.parametrize("person", ["moderator", "director"])
def test_what_is_in_use_is_not_deleted_by_anybody(world, person):
    theme = article(world).themes.get()

    shown = signed_in(getattr(world, person)).post(at(Theme, "delete", theme.pk), follow=True).content.decode()

    assert "is in use" in shown
    assert Theme.objects.filter(pk=theme.pk).exists()
    assert not ProposedChange.objects.exists()


def test_what_came_into_use_meanwhile_is_not_deleted(world):
    theme = river()
    change = proposed(world, at(Theme, "delete", theme.pk), {})
    page = article(world)
    page.themes.add(theme)
    page.save()

    assert "is in use" in decide(world.director, change)
    assert Theme.objects.filter(pk=theme.pk).exists()


# --- what stands still


@pytest.mark.parametrize("words", [{"data": {"name_vi": ["x"]}}, {"reason": "x"}, {"kind": "remove"}])
def test_what_was_proposed_stands_still(world, words):
    change = a_change(world)

    with pytest.raises(DatabaseError, match="stands still"), transaction.atomic():
        ProposedChange.objects.filter(pk=change.pk).update(**words)


def test_what_was_decided_stands_still(world):
    change = services.refuse(a_change(world), by=world.director, reason="Không.")

    with pytest.raises(DatabaseError, match="stands still"), transaction.atomic():
        ProposedChange.objects.filter(pk=change.pk).update(refusal="Được.")
    with pytest.raises(ValidationError):
        services.withdraw_proposal(change, by=world.moderator)


# --- screens


@pytest.mark.parametrize("language, nothing", [("en", "No change waits."), ("vi", "Không có thay đổi nào chờ.")])
def test_an_empty_list_says_so(world, language, nothing):
    shown = signed_in(world.director, language).get(reverse("review:proposals")).content.decode()

    assert nothing in shown


def test_a_director_finds_what_waits_at_home_and_in_the_menu(world):
    change = a_change(world)

    home = signed_in(world.director).get("/admin/").content.decode()

    assert change.url in home
    others = signed_in(world.contributor).get("/admin/").content.decode()
    assert "Changes of lists (1)" in home
    assert change.url not in others
    assert "Changes of lists" not in others


def test_old_and_new_stand_side_by_side_in_the_readers_words(world):
    agency = AgencyFactory(eid="H99.77", name_vi="Hội Hữu nghị", kind="press", valid_from="2024-01-31")
    change = proposed(world, at(Agency, "edit", agency.pk), {**form_of_an_agency(), "parent": world.agency.pk})

    shown = screen(world.director, change)

    assert "<del>press</del>" in shown
    assert "<ins>other</ins>" in shown
    assert "31.01.2024" in shown
    assert f"<ins>{world.agency}</ins>" in shown
    assert "<del>báo chí</del>" in screen(world.director, change, "vi")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", ["add", "edit", "delete"])
def test_every_proposal_opens_in_both_languages(world, kind, language):
    address = at(Theme, kind) if kind == "add" else at(Theme, kind, river().pk)
    change = proposed(world, address, {} if kind == "delete" else TERM)

    for person in (world.moderator, world.director, world.auditor):
        assert signed_in(person, language).get(change.url).status_code == 200


def test_a_deed_that_nobody_knows_is_refused(world):
    change = a_change(world)

    assert "Choose what you decide." in decide(world.director, change, "publish")
