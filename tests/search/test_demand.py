"""What readers looked for in vain: counted by readers, never by person, and shown only where enough ask."""

import datetime

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import override

from cms.core import clock
from search.demand import services
from search.models import Demand, DemandNote
from tests.archive import article, published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_counts():
    cache.clear()


def ask(client, typed, reader=0, **query):
    with override("vi"):
        return client.get(reverse("search:results"), {"q": typed, **query}, headers={"user-agent": f"reader {reader}"})


def asked_by(number, words="bun bo", day=None):
    return Demand.objects.create(words=words, language="vi", day=day or clock.today(), count=number)


def shown(client, user):
    client.force_login(user)
    return client.get(reverse("search_demand"))


def test_a_reader_counts_once_a_day_for_the_same_words(world, client):
    for _turn in range(5):
        ask(client, "Bún bò")
    ask(client, "bun bo", reader=1)

    counted = Demand.objects.get()
    assert (counted.words, counted.language, counted.count) == ("bun bo", "vi", 2)


def test_what_was_found_is_nobodys_demand(world, client):
    published(article(world, title="Huế một"), world)

    ask(client, "huế")
    ask(client, "huế", year="1999")

    assert not Demand.objects.exists()


@pytest.mark.parametrize("typed", ["le@example.org", "0912 345 678", "079123456789", "x" * 300, "(("])
def test_what_could_name_a_person_is_not_kept(world, client, typed):
    ask(client, typed)

    assert not Demand.objects.exists()


def test_nothing_of_a_reader_is_kept():
    assert {field.name for field in Demand._meta.get_fields()} == {"id", "words", "language", "day", "count"}


def test_what_fewer_than_five_asked_is_not_shown(world, client):
    asked_by(4, "it nguoi hoi")
    asked_by(2, "nhieu nguoi hoi")
    asked_by(3, "nhieu nguoi hoi", day=clock.day_before(clock.today()))

    page = shown(client, world.contributor).content.decode()

    assert "nhieu nguoi hoi" in page
    assert "it nguoi hoi" not in page


def test_a_note_is_made_taken_given_back_and_finished(world, client):
    asked_by(9)
    client.force_login(world.contributor)
    client.post(reverse("search_demand"), {"deed": "note", "words": "bun bo", "language": "vi"})
    made = DemandNote.objects.get()
    assert made.taken_by == world.contributor

    client.post(reverse("search_demand"), {"deed": "give_back", "note": made.pk})
    client.force_login(world.moderator)
    client.post(reverse("search_demand"), {"deed": "take", "note": made.pk})
    made.refresh_from_db()
    assert made.taken_by == world.moderator

    client.post(reverse("search_demand"), {"deed": "finish", "note": made.pk})
    made.refresh_from_db()
    assert made.state == "done" and made.done_at
    assert list(shown(client, world.moderator).context["notes"]) == [made]


def test_no_note_is_made_of_what_the_page_does_not_show(world, client):
    asked_by(4)
    client.force_login(world.contributor)

    client.post(reverse("search_demand"), {"deed": "note", "words": "bun bo", "language": "vi"})

    assert not DemandNote.objects.exists()


def test_a_question_has_one_open_note(world):
    first = services.note("bun bo", "vi", by=world.contributor)

    assert services.note("bun bo", "vi", by=world.moderator) == first
    assert first.taken_by == world.contributor


def test_only_the_staff_sees_it(world, client):
    assert client.get(reverse("search_demand")).status_code == 302


def test_what_too_few_asked_is_forgotten_after_ninety_days(db, capsys):
    old = clock.today() - datetime.timedelta(days=91)
    asked_by(4, "it nguoi hoi", day=old)
    asked_by(4, "nhieu nguoi hoi", day=old)
    asked_by(1, "nhieu nguoi hoi")
    asked_by(1, "moi hoi")

    call_command("forget_demand")

    assert set(Demand.objects.values_list("words", flat=True)) == {"nhieu nguoi hoi", "moi hoi"}
    assert "1 counts deleted" in capsys.readouterr().out
