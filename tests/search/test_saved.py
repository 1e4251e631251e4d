"""Searches followed by letter: confirmed by the owner of the address, left with one click, never a letter twice."""

import datetime
import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from cms.moderation import services as moderation
from search.models import SavedSearch
from search.saved import services, views
from tests.archive import article, now, published

pytestmark = pytest.mark.django_db

TOMORROW = datetime.timedelta(days=1, minutes=5)


@pytest.fixture(autouse=True)
def fresh_counts(monkeypatch):
    cache.clear()
    monkeypatch.setattr(views, "FASTEST", 0)


def ask(client, code="vi", **form):
    given = {"query": "?q=huế", "address": "reader@example.org", "cadence": "daily", "sealed": views.seal()}
    with override(code):
        return client.post(reverse("search:follow"), {**given, **form})


def followed(client, **form):
    """A saved search that its owner has confirmed."""
    ask(client, **form)
    client.post(link_in(mail.outbox[-1], "confirm"))
    mail.outbox.clear()
    return SavedSearch.objects.latest("pk")


def link_in(letter, name):
    return re.search(rf"https?://[^/\s]+(/\S+/{name}/)", letter.body).group(1)


def letters_after(span=TOMORROW):
    mail.outbox.clear()
    return services.send_all(timezone.now() + span)


def test_nothing_is_sent_before_the_owner_of_the_address_says_yes(world, client):
    assert ask(client).status_code == 302

    (letter,) = mail.outbox
    assert letter.to == ["reader@example.org"]
    published(article(world, title="Huế một"), world)
    assert letters_after().letters == 0


def test_opening_the_link_is_not_yet_a_yes(client, db):
    ask(client)
    link = link_in(mail.outbox[0], "confirm")

    assert client.get(link).status_code == 200
    assert SavedSearch.objects.get().confirmed_at is None
    client.post(link)
    assert SavedSearch.objects.get().confirmed_at


def test_a_letter_tells_what_was_published_since_and_only_what_answers(world, client):
    published(article(world, title="Huế cũ", slug="cu"), world)
    SavedSearch.objects.filter(pk=followed(client).pk).update(last_sent=timezone.now())
    published(article(world, title="Huế mới", slug="moi"), world)
    published(article(world, title="Đà Nẵng", slug="khac"), world)

    assert letters_after().letters == 1

    (letter,) = mail.outbox
    assert "Huế mới" in letter.body and "Huế mới" in letter.alternatives[0][0]
    assert "Huế cũ" not in letter.body and "Đà Nẵng" not in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_round_that_is_run_again_sends_nothing_twice(world, client):
    followed(client)
    published(article(world, title="Huế mới"), world)

    assert letters_after().letters == 1
    assert letters_after().letters == 0


def test_a_round_that_was_killed_in_mid_letter_sends_nothing_twice(world, client, monkeypatch):
    followed(client)
    published(article(world, title="Huế mới"), world)
    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", killed)
    with pytest.raises(KeyboardInterrupt):
        letters_after()
    monkeypatch.undo()

    assert letters_after().letters == 0


def killed(*args, **kwargs):
    raise KeyboardInterrupt


def test_a_letter_that_the_server_refuses_is_tried_again(world, client, monkeypatch):
    followed(client)
    published(article(world, title="Huế mới"), world)
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMultiAlternatives.send", refused)
        assert letters_after().failed == 1

    assert letters_after().letters == 1


def refused(*args, **kwargs):
    raise OSError("no connection")


def test_what_was_withdrawn_meanwhile_is_not_told(world, client):
    followed(client)
    page = published(article(world, title="Huế mới"), world)
    moderation.withdraw(now(page), by=world.director, ground="rights", reason="hết hạn")

    assert letters_after().letters == 0


def test_a_weekly_letter_waits_a_week(world, client):
    followed(client, cadence="weekly")
    published(article(world, title="Huế mới"), world)

    assert letters_after().letters == 0
    assert letters_after(datetime.timedelta(days=7, minutes=5)).letters == 1


def test_letters_speak_the_language_of_the_page_where_they_were_asked_for(world, client):
    followed(client, code="en", query="?q=hue")
    published(article(world, title="Huế mới"), world)

    letters_after()

    assert mail.outbox[0].subject.startswith("New in the archive")
    assert "Vietnamese" in mail.outbox[0].body


def test_one_click_leaves_and_nothing_is_kept(world, client):
    saved = followed(client)
    link = reverse("search:leave", args=[saved.token])

    assert client.get(link).status_code == 200
    assert SavedSearch.objects.exists()
    assert client.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not SavedSearch.objects.exists()
    assert client.get(link).status_code == 200


def test_a_forged_link_opens_nothing(client, db):
    saved = followed(client)

    assert client.post(reverse("search:leave", args=[saved.token[:-1] + "x"])).status_code == 200
    assert SavedSearch.objects.exists()
    assert client.get(reverse("search:confirm", args=["99999-abc"])).status_code == 404


def test_an_address_that_nobody_confirms_is_deleted_after_a_week(client, db):
    ask(client)

    assert letters_after(datetime.timedelta(days=6)).forgotten == 0
    assert letters_after(datetime.timedelta(days=8)).forgotten == 1
    assert not SavedSearch.objects.exists()


def test_asking_twice_writes_once_and_does_not_say_that_it_is_known(client, db):
    first, second = ask(client), ask(client)

    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("form", [{"website": "https://spam.example"}, {"sealed": "forged"}, {"sealed": ""}])
def test_programs_get_no_letter_sent(client, db, form):
    assert ask(client, **form).status_code == 400
    assert mail.outbox == []


def test_a_form_that_is_sent_at_once_is_a_programs(client, db, monkeypatch):
    monkeypatch.setattr(views, "FASTEST", 2)

    assert ask(client).status_code == 400


def test_who_asks_too_often_has_to_wait(client, db):
    for number in range(views.MOST_AN_HOUR):
        assert ask(client, address=f"reader{number}@example.org").status_code == 302

    assert ask(client, address="another@example.org").status_code == 429


@pytest.mark.parametrize("address", ["", "x", "a@b", "a@example.org\nBcc: b@example.org", "@" * 300])
def test_an_address_that_is_none_is_refused_with_an_example(client, db, address):
    shown = ask(client, address=address)

    assert shown.status_code == 400
    assert "name@example.org" in shown.content.decode()


def test_a_search_too_long_to_be_kept_is_refused_in_words(client, db):
    assert ask(client, query="?q=" + "ế" * 500).status_code == 400
    assert not SavedSearch.objects.exists()


def test_no_cookie_is_set(world, client):
    with override("vi"):
        client.get(reverse("search:results"), {"q": "huế"})
    ask(client)

    assert not client.cookies


def test_the_command_says_what_it_did(db, capsys):
    call_command("send_saved_searches")

    assert "0 letters sent" in capsys.readouterr().out
