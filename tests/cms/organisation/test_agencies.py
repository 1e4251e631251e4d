"""Agencies through time: identifiers, names, successors."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from cms.core.clock import day_before
from cms.organisation.choices import AgencySuccessionKind, Function
from cms.organisation.models import Agency, AgencySuccession, AgencyTerm
from tests.factories import AgencyFactory

DAY = datetime.date(2025, 3, 1)
pytestmark = pytest.mark.django_db


def follow(predecessor, successor, function="", kind=AgencySuccessionKind.MERGE, on=DAY):
    return AgencySuccession.objects.create(
        predecessor=predecessor, successor=successor, function=function, kind=kind, effective_on=on
    )


def test_an_identifier_is_refused_while_another_agency_bears_it():
    AgencyFactory(eid="H99.1", valid_to=DAY)

    with pytest.raises(ValidationError) as refusal:
        AgencyFactory.build(eid="H99.1", valid_from=DAY).full_clean()

    assert refusal.value.error_dict["eid"][0].code == "duplicate"


def test_an_identifier_is_free_once_its_bearer_has_ended():
    AgencyFactory(eid="H99.1", valid_to=day_before(DAY))

    AgencyFactory.build(eid="H99.1", valid_from=DAY).full_clean()


def test_a_wrong_identifier_is_refused():
    with pytest.raises(ValidationError):
        AgencyFactory.build(eid="h57").full_clean()


def test_the_official_english_name_is_the_only_one():
    AgencyTerm.objects.create(name_vi="Sở Ngoại vụ", name_en="Department of Foreign Affairs")

    with pytest.raises(ValidationError) as refusal:
        AgencyFactory.build(name_vi="Sở ngoại  vụ", name_en="Foreign Office").full_clean()

    assert refusal.value.error_dict["name_en"][0].code == "not_official"


def test_the_official_english_name_is_filled_in():
    AgencyTerm.objects.create(name_vi="Sở Ngoại vụ", name_en="Department of Foreign Affairs")
    agency = AgencyFactory.build(name_vi="Sở Ngoại vụ")

    agency.full_clean()

    assert agency.name_en == "Department of Foreign Affairs"


def test_a_free_english_name_stands_where_there_is_no_official_one():
    AgencyFactory.build(name_vi="Trung tâm Xúc tiến", name_en="Promotion Center").full_clean()


def test_an_official_name_that_is_over_binds_nobody():
    AgencyTerm.objects.create(name_vi="Sở Ngoại vụ", name_en="External Office", valid_to=datetime.date(2009, 1, 1))

    AgencyFactory.build(name_vi="Sở Ngoại vụ", name_en="Department of Foreign Affairs").full_clean()


def test_a_renamed_agency_keeps_its_name_of_the_day():
    old = AgencyFactory(name_vi="Ban Dân tộc", valid_to=day_before(DAY))
    new = AgencyFactory(name_vi="Sở Dân tộc và Tôn giáo", valid_from=DAY)
    follow(old, new, kind=AgencySuccessionKind.RENAME)

    assert new.name_on(day_before(DAY)) == "Ban Dân tộc"
    assert old.name_on(DAY) == "Sở Dân tộc và Tôn giáo"
    assert old.name == "Ban Dân tộc"


def test_a_merged_agency_is_another_body_with_another_name():
    old = AgencyFactory(name_vi="Sở Thông tin và Truyền thông", valid_to=day_before(DAY))
    new = AgencyFactory(name_vi="Sở Khoa học và Công nghệ")
    follow(old, new)

    assert new.name_on(day_before(DAY)) == "Sở Khoa học và Công nghệ"


def test_each_function_has_its_own_successor():
    old, culture, science = AgencyFactory(), AgencyFactory(), AgencyFactory()
    follow(old, culture, Function.FOREIGN_INFO_LEAD)
    follow(old, science)

    assert old.successor(Function.FOREIGN_INFO_LEAD, on=DAY) == culture
    assert old.successor(Function.ICT_SPECIALISED, on=DAY) == science
    assert old.successor(on=DAY) == science


def test_nobody_follows_before_the_day():
    old = AgencyFactory()
    follow(old, AgencyFactory())

    assert old.successor(on=day_before(DAY)) is None


def test_a_succession_is_followed_to_its_end_and_not_in_circles():
    first, second, third = AgencyFactory(), AgencyFactory(), AgencyFactory()
    follow(first, second)
    follow(second, third, Function.ARCHIVE)

    assert first.successor(Function.ARCHIVE, on=DAY) == third
    follow(third, first)
    assert first.successor(Function.ARCHIVE, on=DAY) == third


def test_an_agency_split_in_general_has_no_single_successor():
    old = AgencyFactory()
    follow(old, AgencyFactory(), kind=AgencySuccessionKind.SPLIT)
    follow(old, AgencyFactory(), kind=AgencySuccessionKind.SPLIT)

    assert old.successor(on=DAY) is None


def test_agencies_are_found_by_the_function_they_hold():
    from tests.factories import FunctionAssignmentFactory

    assignment = FunctionAssignmentFactory(function=Function.ARCHIVE, valid_to=DAY)

    assert Agency.objects.holding(Function.ARCHIVE, on=DAY).get() == assignment.agency
    assert not Agency.objects.holding(Function.ARCHIVE).exists()
