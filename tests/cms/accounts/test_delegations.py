"""Delegations: written, dated, scoped, and never passed on."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError

from cms.accounts import permissions, services
from cms.accounts.choices import SeatKind
from cms.accounts.models import Seat, User
from cms.core.clock import day_after, today
from tests.factories import LONG_AGO, DelegationFactory, SeatAssignmentFactory, SeatFactory, UserFactory

pytestmark = pytest.mark.django_db


def give(seat, **changes):
    facts = {
        "to": changes.pop("to", None) or UserFactory(),
        "from_": today(),
        "until": day_after(today()),
        "scope": "Phê duyệt bài viết",
        "document_number": "42/UQ",
        "document_date": today(),
        "by": None,
    }
    return services.delegate(seat, **{**facts, **changes})


@pytest.fixture
def seat(province):
    return Seat.objects.get(assignments__user=province.lead)


def test_a_custodian_delegates_for_a_time_and_a_scope(province, seat):
    delegation = give(seat, by=province.lead)

    authority = permissions.is_lead(delegation.to_user, province.agency)
    assert authority.on_behalf_of == province.lead
    assert authority.delegation.scope == "Phê duyệt bài viết"


@pytest.mark.parametrize(
    "missing",
    [{"scope": ""}, {"document_number": ""}, {"document_date": None}, {"from_": None}, {"until": None}],
)
def test_a_delegation_is_written_dated_and_scoped(seat, missing):
    with pytest.raises(ValidationError):
        give(seat, **missing)


@pytest.mark.parametrize("missing", [{"scope": ""}, {"document_number": ""}, {"valid_to": None}])
def test_the_database_refuses_a_delegation_without_its_facts(missing):
    with pytest.raises(IntegrityError):
        DelegationFactory(**missing)


def test_a_delegate_cannot_delegate_further(province, seat):
    delegate = give(seat, by=province.lead).to_user

    with pytest.raises(PermissionDenied):
        give(seat, by=delegate)


def test_a_delegate_of_the_director_cannot_pass_the_directors_seat_on(province):
    seat = Seat.objects.get(assignments__user=province.director)
    delegate = give(seat, by=province.director).to_user

    with pytest.raises(PermissionDenied):
        give(seat, by=delegate)


@pytest.mark.parametrize("kind", [kind for kind in SeatKind if kind != SeatKind.APPROVE])
def test_only_a_seat_to_approve_can_be_delegated(kind):
    with pytest.raises(ValidationError):
        give(SeatAssignmentFactory(seat=SeatFactory(kind=kind)).seat)


def test_an_empty_seat_cannot_be_delegated():
    with pytest.raises(ValidationError):
        give(SeatFactory(kind=SeatKind.APPROVE))


def test_nobody_delegates_to_themselves(province, seat):
    with pytest.raises(ValidationError):
        give(seat, to=province.lead)


def test_a_delegation_ends_with_the_custodian(province, seat):
    delegate = DelegationFactory(seat=seat).to_user

    services.change_custodian(seat, UserFactory(), document_number="1", document_date=today(), by=None)

    assert not permissions.is_staff(User.objects.get(pk=delegate.pk))


def test_a_delegation_to_come_ends_with_the_custodian_too(province, seat):
    delegation = DelegationFactory(seat=seat, valid_from=day_after(today()))

    services.change_custodian(seat, UserFactory(), document_number="1", document_date=today(), by=None)

    assert permissions.authorities(delegation.to_user, on=day_after(today())) == []


@pytest.mark.parametrize("begun", [LONG_AGO, today()])
def test_a_delegation_is_taken_back_at_once(province, seat, begun):
    delegation = DelegationFactory(seat=seat, valid_from=begun)

    services.end_delegation(delegation, reason="Back from leave", by=province.lead)

    assert delegation.revoked_at
    assert not permissions.is_staff(User.objects.get(pk=delegation.to_user.pk))
