"""A dossier by the book, from a detection to its lessons, and what it refuses on the way (requirement 4.2)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from cms.accounts import permissions as seats
from cms.accounts.models import Delegation
from cms.clarification import services
from cms.clarification.choices import State
from cms.clarification.models import DossierStep
from cms.core import clock
from tests.cms.clarification.scene import (
    A_DAY,
    AN_HOUR,
    approved,
    cite,
    detected,
    notice,
    noticed,
    now,
    opened,
    part,
    statement,
    submitted,
    taken,
    told,
    write,
    written,
)
from tests.factories import DelegationFactory

pytestmark = pytest.mark.django_db
REFUSED = (PermissionDenied, ValidationError)


def test_a_dossier_goes_from_detection_to_its_lessons(world):
    dossier = approved(noticed(world), world)

    statement(dossier, world, copied_at=timezone.now())
    assert now(dossier).state == State.RESPONDED
    services.monitor(now(dossier), by=world.moderator)
    services.close(now(dossier), outcome="corrected", lessons="Trả lời sớm thì tin lặng sớm.", by=world.director)

    assert now(dossier).state == State.CLOSED
    assert services.chain_is_whole(dossier)


def test_the_first_dossier_of_a_year_has_number_one(world):
    year = clock.today().year

    first, second = detected(world), detected(world)

    assert (first.code, second.code) == (f"HS.{year}.LR001", f"HS.{year}.LR002")


def test_the_department_asks_by_a_numbered_and_dated_document(world):
    for number, day in (("", clock.today()), ("12/SVH", None)):
        with pytest.raises(ValidationError, match="number and the date"):
            services.request("Tin mẫu", number=number, dated_on=day, by=world.moderator)

    dossier = services.request("Tin mẫu", number="12/SVH", dated_on=clock.today(), by=world.moderator)

    assert dossier.state == State.REQUESTED


def test_an_agency_does_not_ask_in_the_name_of_the_department(world):
    with pytest.raises(PermissionDenied):
        services.request("Tin mẫu", number="12/SVH", dated_on=clock.today(), by=world.lead)


def test_a_lead_opens_for_the_own_agency_only(world):
    dossier = detected(world)

    with pytest.raises(PermissionDenied, match="Only the department"):
        services.open_dossier(dossier, lead=world.agency2, by=world.lead)
    services.open_dossier(dossier, lead=world.agency, by=world.lead)

    assert now(dossier).state == State.OPENED


def test_what_is_not_the_provinces_field_is_dismissed_for_a_reason_and_comes_back_for_one(world):
    dossier = detected(world)
    with pytest.raises(services.ReasonOwed):
        services.dismiss(dossier, ground="not_ours", reason=" ", by=world.moderator)

    services.dismiss(dossier, ground="not_ours", reason="Việc của tỉnh khác.", by=world.moderator)
    services.reopen(now(dossier), reason="Có tình tiết mới.", by=world.moderator)

    assert now(dossier).state == State.DETECTED


def test_the_first_text_makes_it_a_draft_and_no_notice_is_needed_for_it(world):
    dossier = opened(world)

    write(dossier, "a", world.contributor)

    assert now(dossier).state == State.DRAFTING


def test_a_notice_leaves_a_draft_a_draft(world):
    dossier = opened(world)
    write(dossier, "a", world.contributor)

    notice(dossier, world)

    assert now(dossier).state == State.DRAFTING


def test_nothing_is_handed_in_while_a_part_lacks_something(world):
    dossier = noticed(world)
    write(dossier, "d", world.contributor, precedents="")

    with pytest.raises(services.DossierIncomplete) as refused:
        services.submit(now(dossier), declaration=True, by=world.lead)

    said = refused.value.messages
    assert len(said) == 5
    assert "Precedents" in said[3]
    assert "International" not in said[3]


def test_none_exists_is_an_answer_when_it_gives_its_reason(world):
    dossier = noticed(world)
    with pytest.raises(ValidationError, match="why no evidence"):
        services.say_none_exists(part(dossier, "b"), kind="document", reason="", by=world.contributor)

    services.say_none_exists(part(dossier, "b"), kind="document", reason="Chưa ai thống kê.", by=world.contributor)

    assert part(dossier, "b").evidence.get().none_exists


def test_evidence_without_a_kind_is_not_kept(world):
    dossier = noticed(world)

    with pytest.raises(ValidationError, match="sort of evidence"):
        cite(dossier, "a", world.contributor, kind="")

    assert not part(dossier, "a").evidence.exists()


def test_handing_in_takes_a_declaration(world):
    dossier = written(noticed(world), world)

    with pytest.raises(ValidationError, match="no state secret"):
        services.submit(dossier, declaration=False, by=world.lead)


def test_who_wrote_does_not_hand_in(world):
    dossier = written(noticed(world), world)
    write(dossier, "a", world.lead)

    with pytest.raises(PermissionDenied, match="another lead"):
        services.submit(now(dossier), declaration=True, by=world.lead)
    services.submit(now(dossier), declaration=True, by=world.lead2)

    assert now(dossier).state == State.SUBMITTED


def test_a_delegate_hands_in_until_the_last_day_of_the_delegation(world):
    dossier = written(noticed(world), world)
    seat = seats.is_lead(world.lead, world.agency).seat
    delegation = DelegationFactory(seat=seat, to_user=world.contributor2, valid_to=clock.day_before(clock.today()))
    with pytest.raises(PermissionDenied, match="do not hold today"):
        services.submit(dossier, declaration=True, by=world.contributor2)

    Delegation.objects.filter(pk=delegation.pk).update(valid_to=clock.today())
    seats.forget(world.contributor2)
    services.submit(now(dossier), declaration=True, by=world.contributor2)

    step = DossierStep.objects.get(dossier=dossier, event="submit")
    assert (step.by, step.on_behalf_of) == (world.contributor2, world.lead)


def test_a_return_names_parts_and_their_authors_read_why(world):
    dossier = taken(noticed(world), world)
    with pytest.raises(services.ReasonOwed):
        services.return_parts(dossier, reasons={"c": " "}, by=world.moderator)

    services.return_parts(dossier, reasons={"c": "Xin ghi rõ ai ký."}, by=world.moderator)

    assert now(dossier).state == State.RETURNED
    assert part(dossier, "c").returns.get().reason == "Xin ghi rõ ai ký."
    assert not part(dossier, "c").is_finished
    assert part(dossier, "a").is_finished


def test_only_the_appraiser_who_took_it_returns_it(world):
    dossier = taken(noticed(world), world)

    with pytest.raises(PermissionDenied, match="has taken this dossier"):
        services.return_parts(dossier, reasons={"c": "Sửa."}, by=world.moderator2)
    services.take(now(dossier), by=world.moderator2)
    services.return_parts(now(dossier), reasons={"c": "Sửa."}, by=world.moderator2)

    assert now(dossier).state == State.RETURNED


def test_who_appraised_does_not_approve_and_measures_are_chosen(world):
    dossier = taken(noticed(world), world)

    with pytest.raises(PermissionDenied):
        services.approve(dossier, measures=["press_release"], by=world.moderator)
    with pytest.raises(ValidationError, match="at least one measure"):
        services.approve(dossier, measures=["nonsense"], by=world.director)
    services.approve(dossier, measures=["press_release"], by=world.director)

    assert now(dossier).state == State.APPROVED


def test_a_dossier_is_closed_with_lessons_and_reopened_for_a_reason(world):
    dossier = approved(noticed(world), world)
    statement(dossier, world, copied_at=timezone.now())
    services.monitor(now(dossier), by=world.moderator)

    with pytest.raises(ValidationError, match="what was learned"):
        services.close(now(dossier), outcome="faded", lessons="", by=world.director)
    with pytest.raises(PermissionDenied):
        services.close(now(dossier), outcome="faded", lessons="Bài học.", by=world.moderator)
    services.close(now(dossier), outcome="faded", lessons="Bài học.", by=world.director)
    with pytest.raises(services.ReasonOwed):
        services.reopen(now(dossier), reason="", by=world.director)
    services.reopen(now(dossier), reason="Tin quay lại.", by=world.director)

    assert now(dossier).state == State.DRAFTING


def test_escalation_carries_a_note_and_leaves_the_state(world):
    dossier = taken(noticed(world), world)
    with pytest.raises(services.ReasonOwed):
        services.escalate(dossier, note="", by=world.moderator)

    services.escalate(dossier, note="Vượt thẩm quyền của Sở.", by=world.moderator)

    assert now(dossier).state == State.APPRAISAL
    assert now(dossier).is_escalated


def test_what_is_handed_in_stands_still(world):
    dossier = submitted(noticed(world), world)

    with pytest.raises(services.AlreadyDone, match="Nothing was changed"):
        write(dossier, "a", world.contributor)
    with pytest.raises(services.IllegalTransition):
        cite(dossier, "a", world.contributor)


def test_further_claims_and_spread_are_added_and_never_changed(world):
    dossier = noticed(world)
    item = services.add_item(dossier, claim=told("Một tin khác hẳn"), by=world.contributor)

    update = services.add_spread(item, text="Thêm 6 nơi đăng lại.", seen_at=timezone.now(), by=world.contributor)

    update.text = "Khác"
    with pytest.raises(TypeError, match="never changed"):
        update.save()
    with pytest.raises(TypeError):
        type(update).objects.filter(pk=update.pk).update(text="Khác")
    with pytest.raises(TypeError):
        update.delete()


@pytest.mark.parametrize("ahead", [AN_HOUR, A_DAY])
def test_what_has_not_happened_is_not_recorded(world, ahead):
    dossier = noticed(world)

    for service, facts in (
        (services.add_situation, {"text": "Sắp tới", "happened_at": timezone.now() + ahead}),
        (services.flag_impact, {"at": timezone.now() + ahead, "reason": "Nhiều nơi đăng."}),
    ):
        with pytest.raises(ValidationError, match="future"):
            service(now(dossier), by=world.contributor, **facts)


def test_a_changed_row_of_the_story_shows(world):
    dossier = noticed(world)
    assert services.chain_is_whole(dossier)

    DossierStep._base_manager.filter(dossier=dossier, event="notice").update(happened_at=timezone.now() - A_DAY)

    assert not services.chain_is_whole(dossier)


def test_a_part_is_given_to_an_agency_and_others_leave_it_alone(world):
    dossier = opened(world, related=(world.agency2,))
    services.assign(part(dossier, "b"), agency=world.agency, by=world.lead)

    with pytest.raises(PermissionDenied, match="is given to"):
        write(dossier, "b", world.contributor2)
    write(dossier, "c", world.contributor2)
    with pytest.raises(ValidationError, match="takes no part"):
        services.assign(part(dossier, "b"), agency=world.unit, by=world.lead)
