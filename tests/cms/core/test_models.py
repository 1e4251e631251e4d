"""Dated and translated rows."""

import datetime

import pytest
from django.db import IntegrityError, connection
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cms.core.clock import day_after, day_before, today
from cms.organisation.models import Agency
from tests.factories import AgencyFactory

DAY = datetime.date(2025, 7, 1)
days = st.one_of(st.none(), st.dates(datetime.date(2020, 1, 1), datetime.date(2020, 1, 12)))


@pytest.mark.django_db
def test_a_row_cannot_end_before_it_starts():
    with pytest.raises(IntegrityError):
        AgencyFactory(valid_from=DAY, valid_to=day_before(DAY))


@pytest.mark.django_db
def test_both_ends_of_a_period_count():
    agency = AgencyFactory(valid_from=DAY, valid_to=DAY)

    assert Agency.objects.on(DAY).get() == agency
    assert not Agency.objects.on(day_before(DAY)).exists()
    assert not Agency.objects.on(day_after(DAY)).exists()


@given(start=days, end=days, day=days.filter(bool))
def test_a_row_and_a_query_agree_on_the_day(start, end, day):
    agency = Agency(valid_from=start, valid_to=end)

    assert agency.is_valid(day) == ((start or day) <= day <= (end or day))


@pytest.mark.django_db
@pytest.mark.parametrize("other", [(None, None), (DAY, DAY), (None, DAY), (DAY, None)])
def test_periods_that_share_a_day_overlap(other):
    AgencyFactory(valid_from=DAY, valid_to=DAY)

    assert Agency.objects.overlapping(*other).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("other", [(None, day_before(DAY)), (day_after(DAY), None)])
def test_periods_that_share_no_day_do_not_overlap(other):
    AgencyFactory(valid_from=DAY, valid_to=DAY)

    assert not Agency.objects.overlapping(*other).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_plain_column_is_vietnamese_whoever_saves(language):
    agency = AgencyFactory(name_vi="Sở Ngoại vụ", name_en="Department of Foreign Affairs")

    with translation.override(language):
        Agency.objects.get(pk=agency.pk).save()

    with connection.cursor() as cursor:
        cursor.execute("SELECT name, name_vi, name_en FROM organisation_agency")
        assert cursor.fetchone() == ("Sở Ngoại vụ", "Sở Ngoại vụ", "Department of Foreign Affairs")


def test_a_day_begins_at_midnight_in_viet_nam(monkeypatch):
    late = datetime.datetime(2026, 11, 20, 17, 0, tzinfo=datetime.UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: late)

    assert today() == datetime.date(2026, 11, 21)


@pytest.mark.django_db
def test_instants_are_kept_in_utc(settings):
    from tests.factories import UserFactory

    joined = type(UserFactory()).objects.get().date_joined

    assert settings.USE_TZ
    assert joined.isoformat().endswith("+00:00")
