"""Accounts: opened, locked, closed, and never deleted once used."""

import datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError
from django.utils import timezone
from wagtail.models import ModelLogEntry

from cms.accounts import permissions, services
from cms.accounts.models import SeatAssignment, User
from tests.factories import (
    PASSWORD,
    AgencyFactory,
    DelegationFactory,
    SeatAssignmentFactory,
    SeatFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def logged(user, **more):
    return ModelLogEntry.objects.create(
        user=user,
        content_type=ContentType.objects.get_for_model(User),
        object_id="1",
        label="x",
        action="wagtail.edit",
        timestamp=timezone.now(),
        **more,
    )


TRACES = {
    "a seat": lambda user: SeatAssignmentFactory(user=user),
    "a delegation": lambda user: DelegationFactory(to_user=user),
    "a logged deed": logged,
    "a sign-in": lambda user: User.objects.filter(pk=user.pk).update(last_login=timezone.now()),
}


@pytest.mark.parametrize("trace", TRACES)
def test_somebody_with_data_is_never_deleted(trace):
    user = UserFactory()
    TRACES[trace](user)
    user = User.objects.get(pk=user.pk)

    assert user.has_data
    with pytest.raises(ProtectedError):
        user.delete()
    with pytest.raises(ProtectedError):
        User.objects.filter(pk=user.pk).delete()
    assert User.objects.filter(pk=user.pk).exists()


def test_an_account_that_nobody_used_can_be_deleted():
    user = UserFactory()
    services.issue_password(user, by=None)

    assert not user.has_data
    user.delete()

    assert not User.objects.exists()


def test_a_closed_account_keeps_the_authorship_of_what_was_made():
    assignment = SeatAssignmentFactory(seat=SeatFactory(agency=AgencyFactory()))
    entry = logged(assignment.user)

    services.close(assignment.user, document="16/CV", reason="Retired", by=None)

    entry.refresh_from_db()
    assert entry.user == assignment.user
    assert SeatAssignment.objects.get().user.full_name == assignment.user.full_name
    assert not permissions.is_staff(assignment.user)


def test_a_closed_account_never_opens_again(client):
    user = UserFactory()
    services.close(user, document="16/CV", reason="Retired", by=None)

    assert user.closed_at
    assert not client.login(email=user.email, password=PASSWORD)
    with pytest.raises(ValidationError):
        services.unlock(user, reason="Came back", by=None)
    user.is_active = True
    with pytest.raises(IntegrityError):
        user.save()


@pytest.mark.parametrize("missing", [{"document": " "}, {"reason": ""}])
def test_an_account_is_closed_only_by_a_written_request_and_with_a_reason(missing):
    user = UserFactory()

    with pytest.raises(ValidationError):
        services.close(user, by=None, **{"document": "16/CV", "reason": "Retired", **missing})

    assert User.objects.get().closed_at is None


def test_closing_a_custodian_ends_what_they_delegated(province):
    from cms.accounts.models import Seat

    seat = Seat.objects.get(assignments__user=province.lead)
    delegate = DelegationFactory(seat=seat).to_user
    assert permissions.is_lead(delegate, province.agency)

    services.close(province.lead, document="16/CV", reason="Retired", by=None)

    assert not permissions.is_staff(User.objects.get(pk=delegate.pk))


def test_a_locked_person_is_out_with_the_next_click(client, province):
    client.force_login(province.contributor)

    services.lock(province.contributor, reason="Laptop stolen", by=province.security)

    assert client.get("/admin/").status_code == 302
    assert ModelLogEntry.objects.get(action="accounts.lock").data["reason"] == "Laptop stolen"


def test_the_break_glass_account_is_out_of_the_directors_reach(province):
    sealed = UserFactory(is_superuser=True)

    for deed in (services.lock, services.unlock):
        with pytest.raises(PermissionDenied):
            deed(sealed, reason="x", by=province.director)
    with pytest.raises(PermissionDenied):
        services.issue_password(sealed, by=province.director)
    with pytest.raises(PermissionDenied):
        services.close(sealed, document="1", reason="x", by=province.director)


def test_addresses_are_kept_in_small_letters_and_once():
    user = User.objects.create_user(" An@HaiDang.example ", "x", full_name="Phạm Ngọc An")

    assert user.email == "an@haidang.example"
    assert User.objects.get_by_natural_key("AN@haidang.example") == user
    with pytest.raises(IntegrityError):
        UserFactory(email="AN@haidang.example")


def test_a_new_account_has_a_one_time_password_that_must_be_changed():
    user = User(email="An@haidang.example", full_name="Phạm Ngọc An")

    password = services.open_account(user, by=None)

    assert user.must_change_password
    assert user.check_password(password)
    assert password != services.open_account(UserFactory.build(), by=None)


def test_a_person_is_called_by_the_given_name():
    assert UserFactory.build(full_name="Phạm Ngọc An").get_short_name() == "An"


def test_the_day_an_account_was_made_is_kept():
    assert UserFactory().date_joined.tzinfo is datetime.UTC
