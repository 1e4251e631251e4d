"""PostgreSQL itself refuses two at once, whoever writes."""

import datetime

import pytest
from django.db import IntegrityError

from tests.factories import AgencyFactory, FunctionAssignmentFactory, SeatAssignmentFactory, SeatFactory

DAY = datetime.date(2025, 3, 1)
pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


def test_the_database_refuses_two_holders_on_one_day():
    FunctionAssignmentFactory(valid_from=None, valid_to=DAY)

    with pytest.raises(IntegrityError, match="organisation_function_has_one_holder"):
        FunctionAssignmentFactory(valid_from=DAY)


def test_the_database_refuses_two_bearers_of_an_identifier():
    AgencyFactory(eid="H99.1")

    with pytest.raises(IntegrityError, match="organisation_agency_eid_borne_once"):
        AgencyFactory(eid="H99.1", valid_from=DAY)


def test_the_database_refuses_two_custodians_of_a_seat():
    seat = SeatFactory()
    SeatAssignmentFactory(seat=seat, valid_to=DAY)

    with pytest.raises(IntegrityError, match="accounts_seat_has_one_custodian"):
        SeatAssignmentFactory(seat=seat, valid_from=DAY)
