"""Who may act, in whose seat, on which day."""

import datetime

import pytest

from cms.accounts import permissions
from cms.accounts.choices import SeatKind, SeatState
from cms.accounts.models import Seat, User
from cms.organisation.choices import Function
from cms.organisation.services import assign_function
from tests.factories import (
    AgencyFactory,
    DelegationFactory,
    SeatAssignmentFactory,
    SeatFactory,
    UserFactory,
    seated,
)

DAY = datetime.date(2026, 11, 21)
YESTERDAY, TOMORROW = DAY - datetime.timedelta(1), DAY + datetime.timedelta(1)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("cms.core.clock.today", lambda: DAY)


def again(user):
    """The person as the next request would load them."""
    return User.objects.get(pk=user.pk)


def approve_seat(agency):
    seat = SeatFactory(agency=agency, kind=SeatKind.APPROVE)
    return seat, SeatAssignmentFactory(seat=seat).user


def test_each_person_of_the_province_has_the_role_of_their_seat(province):
    assert permissions.is_director(province.director)
    assert permissions.is_director(province.deputy)
    assert permissions.is_moderator(province.moderator3)
    assert permissions.is_contributor(province.contributor, province.agency)
    assert permissions.is_lead(province.lead, province.agency)
    assert permissions.is_screener(province.screener2)
    assert permissions.is_security(province.security)
    assert permissions.is_auditor(province.auditor)


def test_a_seat_gives_no_right_in_another_agency(province):
    assert permissions.is_contributor(province.contributor, province.agency2) is None
    assert permissions.is_lead(province.lead, province.department) is None
    assert permissions.is_director(province.lead) is None


def test_a_moderate_seat_outside_the_operating_unit_appraises_nothing(province):
    outsider = seated(province.agency2, SeatKind.MODERATE)

    assert permissions.is_moderator(outsider) is None


def test_authority_tells_in_whose_seat_a_person_acts(province):
    authority = permissions.is_lead(province.lead, province.agency)

    assert authority.seat.agency == province.agency
    assert authority.on_behalf_of is None


@pytest.mark.parametrize("day, acts", [(YESTERDAY, False), (DAY, True), (TOMORROW, False)])
def test_an_assignment_holds_from_its_first_to_its_last_day(day, acts):
    assignment = SeatAssignmentFactory(valid_from=DAY, valid_to=DAY)

    assert bool(permissions.is_contributor(assignment.user, assignment.seat.agency, on=day)) is acts


def test_a_suspended_seat_gives_no_right():
    user = SeatAssignmentFactory(seat__state=SeatState.SUSPENDED).user

    assert not permissions.is_staff(user)


def test_a_seat_of_an_agency_that_ended_gives_no_right():
    user = SeatAssignmentFactory(seat__agency__valid_to=YESTERDAY).user

    assert not permissions.is_staff(user)


def test_a_locked_or_closed_person_has_no_right():
    user = SeatAssignmentFactory(user__is_active=False).user

    assert not permissions.is_staff(user)


def test_a_superuser_has_no_role_of_the_archive(province):
    sealed = UserFactory(is_superuser=True)

    assert permissions.authorities(sealed) == []
    assert permissions.is_director(sealed) is None


def test_a_visitor_has_no_right():
    from django.contrib.auth.models import AnonymousUser

    assert permissions.authorities(AnonymousUser()) == []


def test_the_moderation_queue_moves_with_the_function_at_midnight(province):
    new_unit = AgencyFactory(name_vi="Trung tâm Truyền thông")
    newcomer = seated(new_unit, SeatKind.MODERATE)

    assign_function(Function.FOREIGN_INFO_UNIT, agency=new_unit, from_=TOMORROW, legal_basis="07/QĐ", by=None)

    assert permissions.is_moderator(again(province.moderator), on=DAY)
    assert permissions.is_moderator(again(newcomer), on=DAY) is None
    assert permissions.is_moderator(again(province.moderator), on=TOMORROW) is None
    assert permissions.is_moderator(again(newcomer), on=TOMORROW)


def test_the_queue_has_moved_for_a_person_still_signed_in(province, monkeypatch):
    new_unit = AgencyFactory()
    newcomer = seated(new_unit, SeatKind.MODERATE)
    assign_function(Function.FOREIGN_INFO_UNIT, agency=new_unit, from_=TOMORROW, legal_basis="07/QĐ", by=None)
    assert permissions.is_moderator(province.moderator)

    monkeypatch.setattr("cms.core.clock.today", lambda: TOMORROW)

    assert permissions.is_moderator(province.moderator) is None
    assert permissions.is_moderator(newcomer)
    assert not province.moderator.has_perm("organisation.add_agency")


def test_a_delegate_acts_on_behalf_of_the_custodian(province):
    seat, custodian = approve_seat(AgencyFactory())
    delegate = DelegationFactory(seat=seat).to_user

    authority = permissions.is_lead(delegate, seat.agency)

    assert authority.delegation.to_user == delegate
    assert authority.on_behalf_of == custodian


def test_a_delegate_of_the_director_is_a_director(province):
    seat = Seat.objects.get(assignments__user=province.director)
    delegate = DelegationFactory(seat=seat).to_user

    assert permissions.is_director(delegate).on_behalf_of == province.director


@pytest.mark.parametrize("day, acts", [(YESTERDAY, False), (DAY, True), (TOMORROW, False)])
def test_a_delegation_holds_only_on_its_days(day, acts):
    seat, _custodian = approve_seat(AgencyFactory())
    delegation = DelegationFactory(seat=seat, valid_from=DAY, valid_to=DAY)

    assert bool(permissions.is_lead(delegation.to_user, seat.agency, on=day)) is acts


def test_a_delegation_of_an_empty_seat_gives_no_right():
    delegation = DelegationFactory()

    assert permissions.authorities(delegation.to_user) == []


def test_a_persons_own_seat_comes_before_a_delegated_one(province):
    deputy = province.deputy
    DelegationFactory(seat=Seat.objects.get(assignments__user=province.director), to_user=deputy)

    assert permissions.is_director(again(deputy)).delegation is None


def test_all_answers_of_a_request_cost_three_queries(province, django_assert_max_num_queries):
    user = again(province.director)

    with django_assert_max_num_queries(3):
        permissions.is_director(user)
        permissions.is_moderator(user)
        permissions.is_lead(user, province.department)
        permissions.is_security(user)
        user.has_perm("organisation.add_agency")
        assert permissions.is_director(user).seat.agency.name
        assert permissions.is_director(user).on_behalf_of is None


def test_the_agencies_of_a_person_are_those_of_their_seats(province):
    assert permissions.agencies(province.contributor, SeatKind.CONTRIBUTE).get() == province.agency
    assert not permissions.agencies(province.contributor, SeatKind.APPROVE).exists()


def test_an_agency_has_a_lead_when_somebody_sits_on_an_approval_seat(province):
    assert permissions.has_lead(province.agency)
    assert not permissions.has_lead(province.agency2)
