"""Rows for tests. A test names only what it is about."""

import datetime

import factory
from django.contrib.auth.hashers import make_password
from factory.django import DjangoModelFactory

from cms.accounts.choices import SeatKind
from cms.accounts.models import Delegation, Seat, SeatAssignment, User
from cms.organisation.choices import AgencyKind, Function, UnitLevel
from cms.organisation.models import AdministrativeUnit, Agency, FunctionAssignment

PASSWORD = "Ngọn-hải-đăng-2026"
LONG_AGO = datetime.date(2020, 1, 1)


class AdministrativeUnitFactory(DjangoModelFactory):
    """A commune."""

    code = factory.Sequence("{:05d}".format)
    name_vi = factory.Sequence("Xã {}".format)
    level = UnitLevel.COMMUNE

    class Meta:
        model = AdministrativeUnit


class AgencyFactory(DjangoModelFactory):
    """A department that has always been there."""

    eid = factory.Sequence("H99.{}".format)
    name_vi = factory.Sequence("Sở {}".format)
    kind = AgencyKind.SPECIALISED_DEPARTMENT

    class Meta:
        model = Agency


class FunctionAssignmentFactory(DjangoModelFactory):
    """A function in an agency's hands since long ago."""

    function = Function.FOREIGN_INFO_LEAD
    agency = factory.SubFactory(AgencyFactory)
    valid_from = LONG_AGO

    class Meta:
        model = FunctionAssignment


class UserFactory(DjangoModelFactory):
    """A person without a seat, whose password is PASSWORD."""

    email = factory.Sequence("person{}@haidang.example".format)
    full_name = factory.Sequence("Nguyễn Văn {}".format)
    password = factory.LazyFunction(lambda: make_password(PASSWORD))

    class Meta:
        model = User


class SeatFactory(DjangoModelFactory):
    """A seat to contribute; the places of the quota are taken in turn."""

    agency = factory.SubFactory(AgencyFactory)
    kind = SeatKind.CONTRIBUTE
    valid_from = LONG_AGO
    slot = factory.LazyAttribute(lambda seat: Seat.objects.of(seat.agency, seat.kind).count() + 1)

    class Meta:
        model = Seat


class SeatAssignmentFactory(DjangoModelFactory):
    """A person on a seat since long ago."""

    seat = factory.SubFactory(SeatFactory)
    user = factory.SubFactory(UserFactory)
    valid_from = LONG_AGO
    document_number = "01/QĐ"
    document_date = LONG_AGO

    class Meta:
        model = SeatAssignment


class DelegationFactory(DjangoModelFactory):
    """A delegation that holds for years."""

    seat = factory.SubFactory(SeatFactory, kind=SeatKind.APPROVE)
    to_user = factory.SubFactory(UserFactory)
    valid_from = LONG_AGO
    valid_to = datetime.date(2040, 12, 31)
    scope = "Phê duyệt bài viết"
    document_number = "02/UQ"
    document_date = LONG_AGO

    class Meta:
        model = Delegation


def seated(agency: Agency, kind: str, **person: object) -> User:
    """A person on a new seat of the agency."""
    return SeatAssignmentFactory(seat=SeatFactory(agency=agency, kind=kind), user=UserFactory(**person)).user
