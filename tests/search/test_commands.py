"""The operator's two commands."""

import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search import following
from search.models import SearchEntry
from tests.archive import article, published

pytestmark = pytest.mark.django_db


def said(command, **options):
    out = StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


def test_the_doctor_finds_nothing_in_a_healthy_archive(world):
    published(article(world), world)
    said("rebuild_index")

    assert "Search is well" in said("search_doctor")


def test_the_doctor_finds_and_mends_entries_that_differ(world):
    page = published(article(world), world)
    said("rebuild_index")
    SearchEntry.objects.filter(object_id=page.pk, audience="public").update(title="Khác")
    SearchEntry.objects.filter(object_id=page.pk, audience="staff").delete()

    with pytest.raises(CommandError):
        said("search_doctor", records=True)
    said("search_doctor", records=True, mend=True)

    assert SearchEntry.objects.get(object_id=page.pk, audience="public").title == page.title
    assert "Search is well" in said("search_doctor")


def test_the_doctor_mends_a_lost_index(world):
    published(article(world), world)
    said("rebuild_index")
    shutil.rmtree(following.engine("public").folder.root)

    said("search_doctor", mend=True)

    assert "Search is well" in said("search_doctor")


def test_entries_can_be_written_anew_from_the_records(world):
    published(article(world), world)
    before = SearchEntry.objects.standing().count()
    SearchEntry.objects.all().delete()

    said("rebuild_index", records=True)

    assert SearchEntry.objects.standing().count() == before
