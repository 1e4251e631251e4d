"""Seats and who sits on them."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from wagtail.models import ModelLogEntry

from cms.accounts import permissions, services
from cms.accounts.choices import SeatKind, SeatState
from cms.accounts.models import Seat, SeatAssignment, User
from cms.core.clock import day_after, day_before
from tests.factories import AgencyFactory, SeatAssignmentFactory, SeatFactory, UserFactory

DAY = datetime.date(2026, 11, 21)
LETTER = {"document_number": "15/CV", "document_date": DAY}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("cms.core.clock.today", lambda: DAY)


def again(user):
    return User.objects.get(pk=user.pk)


def test_a_second_contributor_seat_is_refused_until_the_quota_is_raised():
    agency = AgencyFactory()
    services.open_seat(agency, SeatKind.CONTRIBUTE, by=None)

    with pytest.raises(ValidationError) as refusal:
        services.open_seat(agency, SeatKind.CONTRIBUTE, by=None)
    agency.seat_quota = 2
    agency.save()
    second = services.open_seat(agency, SeatKind.CONTRIBUTE, by=None)

    assert refusal.value.error_dict["__all__"][0].code == "quota"
    assert second.slot == 2


def test_the_approval_seats_have_a_quota_of_their_own():
    agency = AgencyFactory()
    services.open_seat(agency, SeatKind.CONTRIBUTE, by=None)

    services.open_seat(agency, SeatKind.APPROVE, by=None)
    services.open_seat(agency, SeatKind.APPROVE, by=None)

    with pytest.raises(ValidationError):
        services.open_seat(agency, SeatKind.APPROVE, by=None)


def test_seats_of_other_kinds_are_not_counted():
    agency = AgencyFactory()

    seats = [services.open_seat(agency, SeatKind.MODERATE, by=None) for _number in range(5)]

    assert {seat.slot for seat in seats} == {None}


def test_a_closed_seat_frees_its_place():
    agency = AgencyFactory()
    first = services.open_seat(agency, SeatKind.CONTRIBUTE, by=None)

    services.close_seat(first, reason="The agency asked for it", by=None)

    assert services.open_seat(agency, SeatKind.CONTRIBUTE, by=None).slot == 1


def test_the_database_refuses_two_seats_in_one_place():
    seat = SeatFactory()

    with pytest.raises(IntegrityError):
        SeatFactory(agency=seat.agency, slot=seat.slot)


def test_the_database_refuses_a_counted_seat_without_a_place():
    with pytest.raises(IntegrityError):
        SeatFactory(slot=None)


def test_a_seat_keeps_its_agency_and_kind():
    seat = SeatFactory()
    seat.agency = AgencyFactory()

    with pytest.raises(ValidationError):
        seat.full_clean()


def test_a_person_is_seated_by_a_document():
    seat, user = SeatFactory(), UserFactory()

    assignment = services.seat_person(seat, user, by=None, position_vi="Chuyên viên", **LETTER)

    assert seat.custodian() == user
    assert assignment.document_number == "15/CV"
    with pytest.raises(ValidationError):
        services.seat_person(SeatFactory(), user, document_number="", document_date=DAY, by=None)


def test_a_seat_has_one_custodian_at_a_time():
    seat = SeatAssignmentFactory().seat

    with pytest.raises(ValidationError):
        services.seat_person(seat, UserFactory(), by=None, **LETTER)


def test_a_change_of_custodian_ends_the_old_access_and_begins_the_new():
    old = SeatAssignmentFactory()
    newcomer = UserFactory()

    services.change_custodian(old.seat, newcomer, by=None, **LETTER)

    old.refresh_from_db()
    assert old.valid_to == day_before(DAY)
    assert not permissions.is_staff(again(old.user))
    assert not again(old.user).is_active
    assert permissions.is_contributor(newcomer, old.seat.agency)
    history = SeatAssignment.objects.filter(seat=old.seat).order_by("valid_from")
    assert [(row.user, row.document_number) for row in history] == [(old.user, "01/QĐ"), (newcomer, "15/CV")]


def test_the_old_custodian_cannot_sign_in(client):
    old = SeatAssignmentFactory()
    services.change_custodian(old.seat, UserFactory(), by=None, **LETTER)

    from tests.factories import PASSWORD

    assert not client.login(email=old.user.email, password=PASSWORD)


def test_somebody_with_another_seat_keeps_signing_in():
    old = SeatAssignmentFactory()
    SeatAssignmentFactory(user=old.user)

    services.change_custodian(old.seat, UserFactory(), by=None, **LETTER)

    assert again(old.user).is_active


def test_a_change_announced_for_tomorrow_happens_tomorrow(monkeypatch, client):
    from tests.factories import PASSWORD

    old, newcomer = SeatAssignmentFactory(), UserFactory()
    services.change_custodian(old.seat, newcomer, on=day_after(DAY), by=None, **LETTER)
    assert permissions.is_staff(again(old.user))
    assert client.login(email=old.user.email, password=PASSWORD)

    monkeypatch.setattr("cms.core.clock.today", lambda: day_after(DAY))

    assert not permissions.is_staff(again(old.user))
    assert permissions.is_staff(again(newcomer))
    assert not client.login(email=old.user.email, password=PASSWORD)


def test_a_change_without_a_document_is_refused_and_nothing_is_lost():
    old = SeatAssignmentFactory()

    with pytest.raises(ValidationError):
        services.change_custodian(old.seat, UserFactory(), document_number="", document_date=DAY, by=None)

    assert old.seat.custodian() == old.user
    assert again(old.user).is_active


def test_a_closed_account_cannot_sit_on_a_seat():
    person = UserFactory()
    services.close(person, document="16/CV", reason="Retired", by=None)

    with pytest.raises(ValidationError):
        services.seat_person(SeatFactory(), person, by=None, **LETTER)


def test_a_seat_is_suspended_with_a_reason_and_resumed(province):
    seat = Seat.objects.get(assignments__user=province.contributor)

    services.suspend(seat, reason="Password found on paper", by=province.security)

    assert not permissions.is_staff(again(province.contributor))
    assert ModelLogEntry.objects.get(action="accounts.suspend").data["reason"] == "Password found on paper"
    services.resume(seat, reason="New password given", by=province.director)
    assert permissions.is_staff(again(province.contributor))


def test_no_seat_is_suspended_without_a_reason(province):
    seat = Seat.objects.get(assignments__user=province.contributor)

    with pytest.raises(ValidationError):
        services.suspend(seat, reason=" ", by=province.security)

    seat.refresh_from_db()
    assert seat.state == SeatState.ACTIVE


GRANTS = {
    "open a seat": lambda p, by: services.open_seat(p.agency2, SeatKind.APPROVE, by=by),
    "seat a person": lambda p, by: services.seat_person(SeatFactory(), UserFactory(), by=by, **LETTER),
    "change a custodian": lambda p, by: services.change_custodian(
        Seat.objects.get(assignments__user=p.contributor), UserFactory(), by=by, **LETTER
    ),
    "resume a seat": lambda p, by: services.resume(SeatFactory(state=SeatState.SUSPENDED), reason="x", by=by),
    "close a seat": lambda p, by: services.close_seat(SeatFactory(), reason="x", by=by),
    "unlock a person": lambda p, by: services.unlock(UserFactory(is_active=False), reason="x", by=by),
    "close a person": lambda p, by: services.close(UserFactory(), document="1", reason="x", by=by),
    "open an account": lambda p, by: services.open_account(UserFactory.build(), by=by),
    "give a password": lambda p, by: services.issue_password(p.contributor, by=by),
    "delegate another's seat": lambda p, by: services.delegate(
        Seat.objects.get(assignments__user=p.director),
        to=UserFactory(),
        from_=DAY,
        until=DAY,
        scope="all",
        by=by,
        **LETTER,
    ),
}


@pytest.mark.parametrize("deed", GRANTS)
@pytest.mark.parametrize("person", ["security", "contributor", "lead", "moderator", "screener", "auditor"])
def test_nobody_but_the_director_grants_anything(province, deed, person):
    with pytest.raises(PermissionDenied):
        GRANTS[deed](province, getattr(province, person))


@pytest.mark.parametrize("deed", GRANTS)
def test_the_director_grants(province, deed):
    GRANTS[deed](province, province.director)


@pytest.mark.parametrize("person", ["contributor", "lead", "moderator", "screener", "auditor"])
def test_content_roles_can_neither_lock_nor_suspend(province, person):
    user = getattr(province, person)

    with pytest.raises(PermissionDenied):
        services.lock(province.contributor2, reason="x", by=user)
    with pytest.raises(PermissionDenied):
        services.suspend(Seat.objects.get(assignments__user=province.contributor2), reason="x", by=user)
