"""A record of a place is found under what the place became, where nothing of it went elsewhere."""

import datetime

import pytest

from cms.organisation.choices import UnitLevel
from cms.organisation.models import AdministrativeUnit, UnitSuccession
from search.models import SearchEntry
from search.places import heirs, with_heirs
from tests.archive import article

pytestmark = pytest.mark.django_db

DAY = datetime.date(2025, 7, 1)


def unit(name):
    return AdministrativeUnit.objects.create(code=name[:20], name_vi=name, level=UnitLevel.values[0])


def became(old, *new, kind="merge"):
    for each in new:
        UnitSuccession.objects.create(predecessor=old, successor=each, kind=kind, effective_on=DAY)


def test_a_place_is_found_under_everything_it_became_as_a_whole():
    old, later, today = unit("xã Một"), unit("xã Hai"), unit("xã Ba")
    became(old, later)
    became(later, today, kind="rename")

    assert with_heirs([old.pk], heirs([old.pk])) == sorted([old.pk, later.pk, today.pk])


def test_a_place_that_was_divided_became_nothing_as_a_whole():
    old, one, two = unit("huyện Cũ"), unit("xã Một"), unit("xã Hai")
    became(old, one, two, kind="split")

    assert heirs([old.pk]) == {}


def test_what_becomes_of_a_place_later_is_not_yet():
    old, new = unit("xã Một"), unit("xã Hai")
    UnitSuccession.objects.create(predecessor=old, successor=new, kind="merge", effective_on=datetime.date(2999, 1, 1))

    assert heirs([old.pk]) == {}


def test_a_succession_written_later_is_followed(world, django_capture_on_commit_callbacks):
    old, new = unit("xã Một"), unit("xã Hai")
    page = article(world, title="Huế một")
    page.places.set([old])
    page.save()
    page.save_revision(user=world.contributor)

    with django_capture_on_commit_callbacks(execute=True):
        became(old, new)

    assert SearchEntry.objects.get(object_id=page.pk).places == sorted([old.pk, new.pk])
