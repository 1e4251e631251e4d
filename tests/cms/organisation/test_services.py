"""Functions and successions change hands."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import ModelLogEntry

from cms.core.clock import day_before
from cms.organisation import services
from cms.organisation.choices import AgencySuccessionKind, Function
from cms.organisation.models import FunctionAssignment
from tests.factories import AgencyFactory, FunctionAssignmentFactory, UserFactory

DAY = datetime.date(2025, 3, 1)
LEAD = Function.FOREIGN_INFO_LEAD
pytestmark = pytest.mark.django_db


def give(function, agency, from_=DAY, **more):
    return services.assign_function(function, agency=agency, from_=from_, legal_basis="05/QĐ", by=None, **more)


def test_a_function_has_one_holder_on_each_day():
    old = FunctionAssignmentFactory(function=LEAD).agency
    new = AgencyFactory()

    give(LEAD, new)

    assert FunctionAssignment.holder(LEAD, on=day_before(DAY)) == old
    assert FunctionAssignment.holder(LEAD, on=DAY) == new
    assert FunctionAssignment.objects.holder(LEAD) == new


def test_nobody_holds_a_function_that_was_never_given():
    assert FunctionAssignment.holder(LEAD) is None


def test_two_holders_on_one_day_are_refused():
    give(LEAD, AgencyFactory(), from_=datetime.date(2026, 1, 1))

    with pytest.raises(ValidationError):
        give(LEAD, AgencyFactory())

    give(LEAD, AgencyFactory(), until=datetime.date(2025, 12, 31))


def test_a_function_cannot_be_given_twice_from_one_day():
    give(LEAD, AgencyFactory())

    with pytest.raises(ValidationError):
        give(LEAD, AgencyFactory())


def test_a_form_cannot_add_a_second_holder():
    FunctionAssignmentFactory(function=LEAD)

    with pytest.raises(ValidationError):
        FunctionAssignmentFactory.build(function=LEAD, agency=AgencyFactory(), valid_from=DAY).full_clean()


def test_an_assignment_is_logged_with_its_author():
    user = UserFactory()

    services.assign_function(LEAD, agency=AgencyFactory(), from_=DAY, legal_basis="05/QĐ", by=user)

    assert ModelLogEntry.objects.get(action="organisation.assign").user == user


def test_a_merger_moves_every_function_and_ends_the_agency():
    old = FunctionAssignmentFactory(function=LEAD).agency
    FunctionAssignmentFactory(function=Function.ARCHIVE, agency=old)
    new = AgencyFactory()

    services.succeed(
        old, successor=new, kind=AgencySuccessionKind.MERGE, effective_on=DAY, legal_basis="01/NQ", by=None
    )

    assert FunctionAssignment.holder(LEAD, on=DAY) == FunctionAssignment.holder(Function.ARCHIVE, on=DAY) == new
    old.refresh_from_db()
    assert old.valid_to == day_before(DAY)
    assert old.successor(on=DAY) == new


def test_a_split_by_function_moves_only_that_function():
    old = FunctionAssignmentFactory(function=LEAD).agency
    FunctionAssignmentFactory(function=Function.ARCHIVE, agency=old)
    new = AgencyFactory()

    services.succeed(
        old,
        successor=new,
        kind=AgencySuccessionKind.SPLIT,
        function=LEAD,
        effective_on=DAY,
        legal_basis="01/NQ",
        by=None,
    )

    assert FunctionAssignment.holder(LEAD, on=DAY) == new
    assert FunctionAssignment.holder(Function.ARCHIVE, on=DAY) == old
    assert old.valid_to is None
