"""Questions written as SQL once answer as if they were written anew."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import translation

from cms.core.prepared import Prepared
from cms.organisation.models import Agency
from tests.factories import AgencyFactory


def of_kind(model, *, eid, start):
    return model.objects.filter(eid=eid, pk__gte=start).select_related("parent")


@pytest.fixture
def asked():
    return Prepared(of_kind, eid=str, start=int)


@pytest.mark.django_db
def test_it_answers_as_the_queryset_would(asked, django_assert_num_queries):
    parent = AgencyFactory(eid="H99")
    one, other = AgencyFactory(eid="H99.1", parent=parent), AgencyFactory(eid="H99.2", parent=parent)

    with django_assert_num_queries(3):
        first, second = asked(Agency, eid="H99.1", start=0), asked(Agency, eid="H99.2", start=0)
        nothing = asked(Agency, eid="H99.1", start=one.pk + 1)
        parents = {first[0].parent, second[0].parent}

    assert (first, second, nothing, parents) == ([one], [other], [], {parent})


@pytest.mark.django_db
def test_it_is_asked_anew_each_time(asked):
    assert asked(Agency, eid="H99.1", start=0) == []

    late = AgencyFactory(eid="H99.1")

    assert asked(Agency, eid="H99.1", start=0) == [late]


@pytest.mark.django_db
def test_each_language_has_a_question_of_its_own():
    by_name = Prepared(lambda *, name: Agency.objects.filter(name=name), name=str)
    agency = AgencyFactory(name_vi="Sở Ngoại vụ", name_en="Department of Foreign Affairs")

    with translation.override("vi"):
        assert by_name(name="Sở Ngoại vụ") == [agency]
    with translation.override("en"):
        assert by_name(name="Sở Ngoại vụ") == []
        assert by_name(name="Department of Foreign Affairs") == [agency]


@pytest.mark.django_db
def test_threads_share_the_question_and_not_the_connection(asked):
    asked(Agency, eid="H99.1", start=0)

    def ask():
        try:
            return asked(Agency, eid="H99.1", start=0)  # a connection of another thread would refuse
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        answers = [answer.result() for answer in [threads.submit(ask) for _ in range(4)]]

    assert answers == [[]] * 4


def test_a_value_that_does_not_reach_the_sql_is_refused():
    deaf = Prepared(lambda *, start: Agency.objects.all(), start=int)

    with pytest.raises(ValueError, match="start|not among"):
        deaf(start=3)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 2, 8, 9, 40])
def test_a_list_of_any_length_is_asked_for(number):
    agencies = [AgencyFactory() for _ in range(number)]
    AgencyFactory()
    among = Prepared(lambda *, pks: Agency.objects.filter(pk__in=pks), pks=[int])

    assert set(among(pks=[agency.pk for agency in agencies])) == set(agencies)
    assert len(among.written) == 1
