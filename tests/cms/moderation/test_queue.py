"""The queue and the home screen: what waits for whom."""

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.core import clock
from cms.moderation import queue, services
from cms.moderation.choices import State
from cms.moderation.models import ItemStatus
from tests.archive import appraised, article, cleared, handed_in, now, published, taken

HOME = "/admin/"
QUEUE = "/admin/review/"


def signed_in(user, language="en"):
    client = Client(HTTP_ACCEPT_LANGUAGE=language)
    client.force_login(user, backend="cms.accounts.backends.SeatBackend")
    return client


def titles(user, tab="mine"):
    return {status.title for status in queue.items(user, tab)}


def test_each_step_waits_for_those_who_take_it(world):
    submitted = handed_in(article(world, title="Một"), world)
    free = cleared(article(world, title="Hai"), world)
    held = taken(article(world, title="Ba"), world)
    done = appraised(article(world, title="Bốn"), world)

    assert titles(world.lead) >= {submitted.title}
    assert titles(world.moderator) >= {free.title, held.title}
    assert held.title not in titles(world.moderator2)
    assert titles(world.director) == {done.title}
    assert titles(world.contributor) == set()


def test_an_item_given_back_waits_for_who_handed_it_in(world):
    page = taken(article(world), world)

    services.return_to_author(page, by=world.moderator, reason="Sai ngày.")

    assert titles(world.contributor) == {page.title}


def test_another_agency_sees_nothing_of_a_draft_in_the_queue(world):
    handed_in(article(world, title="Kín"), world)

    page = signed_in(world.contributor2).get(f"{QUEUE}?tab=all&q=Kín").content.decode()

    assert not re.search(r"/admin/review/\d+/", page)
    assert titles(world.contributor2, "all") == set()


def test_what_is_due_first_stands_first(world):
    late = handed_in(article(world, title="Trễ"), world)
    soon = handed_in(article(world, title="Sớm"), world)
    ItemStatus.objects.of(late).update(due_on=clock.today() - datetime.timedelta(days=3))

    found = [status.title for status in queue.items(world.lead, "mine")]

    assert found.index(late.title) < found.index(soon.title)


def test_filters_are_links_and_can_be_taken_away(world):
    handed_in(article(world, title="Nhã nhạc"), world)

    page = signed_in(world.lead).get(f"{QUEUE}?tab=mine&q=Nhã&language=vi").content.decode()

    assert "Nhã nhạc" in page
    assert "?tab=mine&amp;language=vi" in page


def test_a_filter_that_makes_no_sense_is_left_out(world):
    answer = signed_in(world.lead).get(f"{QUEUE}?tab=nowhere&round=x&agency=none&age=-1&p=zzz&kind=9999")

    assert answer.status_code == 200


def test_withdrawn_items_are_found_by_their_state(world):
    page = published(article(world, title="Đã rút"), world)
    services.withdraw(page, by=world.director, reason="Nhầm.")

    shown = signed_in(world.director).get(f"{QUEUE}?tab=all&state=withdrawn").content.decode()

    assert "Đã rút" in shown


def test_a_bulk_decision_answers_for_each_item(world):
    mine = handed_in(article(world, by=world.lead, title="Của tôi"), world, by=world.lead)
    theirs = handed_in(article(world, title="Của bạn"), world)
    picked = [mine.status.pk, theirs.status.pk]

    answer = signed_in(world.lead).post("/admin/review/bulk/", {"action": "clear", "pick": picked, "sure": "1"})

    page = answer.content.decode()
    assert "You wrote in this text" in page
    assert now(theirs).status.state == State.AGENCY_CLEARED
    assert now(mine).status.state == State.SUBMITTED


def test_approving_in_bulk_is_looked_at_once_more(world):
    page = appraised(article(world), world)

    answer = signed_in(world.director).post("/admin/review/bulk/", {"action": "approve", "pick": [page.status.pk]})

    assert 'name="sure"' in answer.content.decode()
    assert now(page).status.state == State.APPRAISED


def test_nobody_decides_in_bulk_on_what_they_may_not_see(world):
    page = handed_in(article(world), world)

    answer = signed_in(world.contributor2).post(
        "/admin/review/bulk/", {"action": "clear", "pick": [page.status.pk], "sure": "1"}
    )

    assert answer.status_code == 302
    assert now(page).status.state == State.SUBMITTED


def test_the_home_screen_shows_what_waits_and_why(world):
    page = taken(article(world, title="Cần sửa"), world)
    services.return_to_author(page, by=world.moderator, reason="Sai ngày.", notes={"intro": "Ngắn hơn."})

    shown = signed_in(world.contributor).get(HOME).content.decode()

    assert "Cần sửa" in shown
    assert "Sai ngày." in shown
    assert "and 1 note beside a field" in shown
    assert "w-summary" not in shown


def test_somebody_with_nothing_to_do_is_told_so(world):
    assert "Nothing waits for you." in signed_in(world.auditor).get(HOME).content.decode()


def test_an_author_is_told_only_that_it_is_under_review(world):
    page = article(world, body=[("text", "<p>TỐI MẬT</p>")], title="Tin chung")

    handed_in(page, world)

    home = signed_in(world.contributor).get(HOME).content.decode()
    assert "Tin chung" in home
    assert "Under review" in home
    assert "TỐI MẬT" not in home


@pytest.mark.parametrize("address", [HOME, QUEUE, f"{QUEUE}?tab=all"])
def test_a_long_queue_takes_few_queries(world, django_assert_max_num_queries, address):
    page = cleared(article(world), world)
    model = ItemStatus.objects.of(page).get()
    kind = {"base_content_type_id": model.base_content_type_id, "content_type_id": model.content_type_id}
    rows = [
        ItemStatus(object_id=str(10**6 + number), title=f"Bài {number}", language="vi", agency=world.agency,
                   state=State.AGENCY_CLEARED, round=1, submission=model.submission, submitted_at=timezone.now(),
                   due_on=clock.today(), **kind)
        for number in range(5000)
    ]  # fmt: skip
    ItemStatus.objects.bulk_create(rows, batch_size=500)
    client = signed_in(world.moderator)
    client.get(address)

    with django_assert_max_num_queries(20):
        answer = client.get(address)

    assert answer.status_code == 200


def test_the_queue_has_an_address_of_its_own():
    assert reverse("review:queue") == QUEUE
