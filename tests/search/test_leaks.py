"""What must never be found, and what must vanish (L-03, L-05, L-13, L-15)."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from cms.moderation import services
from search.models import SearchEntry
from tests.archive import appraised, article, cleared, handed_in, now, published, taken

pytestmark = pytest.mark.django_db

MARKER = "Zebrathu"
CALL = "tìm dấu"


def pages_found(client, typed=MARKER):
    with override("vi"):
        page = client.get(reverse("search:results"), {"q": typed})
    answer = client.get(reverse("search_api"), {"q": typed, "lang": "vi"})
    assert page.status_code == answer.status_code == 200
    return answer.json()


def test_a_published_page_is_found_without_accents(world, client):
    published(article(world, title="Đèn biển Đá Vách"), world)

    found = pages_found(client, "den bien da vach")

    assert [result["title"] for result in found["results"]] == ["Đèn biển Đá Vách"]
    assert found["results"][0]["highlight"]["title"].startswith("<mark>Đèn</mark>")


def left_as_draft(page, world):
    return page


def returned(page, world):
    page = taken(page, world)
    services.return_to_author(page, by=world.moderator, reason=CALL, notes={})
    return now(page)


def rejected(page, world):
    page = appraised(page, world)
    services.reject(page, by=world.director, reason=CALL)
    return now(page)


@pytest.mark.parametrize("until", [left_as_draft, handed_in, cleared, taken, returned, appraised, rejected])
def test_nobody_finds_what_is_not_public(world, client, until):
    until(article(world, title=MARKER, intro=MARKER, people=MARKER), world)

    found = pages_found(client)

    assert (found["total"], found["results"]) == (0, [])
    assert not any(found["facets"].values())


def test_a_withdrawn_page_is_gone_at_once(world, client):
    page = published(article(world, title=MARKER), world)
    assert pages_found(client)["total"] == 1

    services.withdraw(page, by=world.director, reason=CALL)

    assert pages_found(client)["total"] == 0
    assert MARKER not in "".join(SearchEntry.objects.filter(audience="public").values_list("title", flat=True))


def test_a_draft_of_a_public_page_is_not_found(world, client):
    page = published(article(world), world)
    page.title = MARKER
    page.save_revision(user=world.contributor)

    assert pages_found(client)["total"] == 0


def test_notes_among_editors_are_not_found(world, client):
    body = [("text", "<p>Lời văn.</p>"), ("editor_note", f"{MARKER} chưa kiểm")]
    published(article(world, body=body), world)

    assert pages_found(client)["total"] == 0
    assert MARKER not in "".join(SearchEntry.objects.values_list("body", flat=True))


def test_nothing_is_offered_that_no_public_title_holds(world, client):
    article(world, title="Đắk Lắk")

    with override("vi"):
        page = client.get(reverse("search:results"), {"q": "ddawks lawks"}).content.decode()

    assert "đắk" not in page


def test_highlights_of_a_title_with_a_tag_are_escaped(world, client):
    published(article(world, title="Huế <script>alert(1)</script>"), world)

    with override("vi"):
        page = client.get(reverse("search:results"), {"q": "huế"}).content.decode()

    assert "<script>alert" not in page
    assert "<mark>Huế</mark> &lt;script&gt;" in page
