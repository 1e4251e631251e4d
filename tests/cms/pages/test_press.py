"""Releases, and the pages whose lists come from the registers: only what a director has listed."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from cms.core import clock
from cms.pages.models import OfficialAccountsPage, PressReleasePage, PressRoomPage, SpokespersonDirectoryPage
from cms.registry import services as registry
from cms.registry.models import OfficialAccount, Spokesperson
from tests.archive import draft, published
from tests.cms.pages.statements import DAY, answered, delegation, spokesperson

pytestmark = pytest.mark.django_db


def release(world, **words):
    given = {
        "title": "Cầu mẫu mở lại",
        "slug": "cau-mau-mo-lai",
        "intro": "Cầu mở từ hôm nay.",
        "number": "15/2026",
        "released_on": clock.today(),
        "source_agency": world.agency,
        "body": [("text", "<p>Xe đi lại bình thường.</p>")],
    }
    if not {"spokesperson", "delegation"} & words.keys():
        words["spokesperson"] = Spokesperson.objects.listed().first() or spokesperson(world)
    return draft(world.section, world.contributor, PressReleasePage, **{**given, **words})


def room(world, model, **words):
    given = {
        "title": f"Trang {model.kind}",
        "slug": model.kind,
        "intro": "Một trang mẫu.",
        "source_agency": world.agency,
    }
    return published(draft(world.home, world.contributor, model, **{**given, **words}), world)


def account(world, **words):
    given = {"agency": world.agency, "platform": "facebook", "name": "Cổng mẫu", "url": "https://mang-mau.example/cong"}
    return registry.enter(OfficialAccount(**{**given, **words}), by=world.moderator)


def reasons(page):
    return {each.field for each in page.get_latest_revision_as_object().missing()}


def read(page):
    return Client().get(page.get_url()).content.decode()


@pytest.mark.parametrize("field", ["number", "released_on", "intro"])
def test_a_release_has_number_day_and_words(world, field):
    assert field in reasons(release(world, **{field: None if field == "released_on" else ""}))


def test_the_delegation_holds_on_the_day_of_the_release(world):
    given = delegation(spokesperson(world), valid_to=clock.today() - DAY)

    assert reasons(release(world, delegation=given)) == {"delegation"}
    assert reasons(release(world, slug="hom-qua", delegation=given, released_on=clock.today() - DAY)) == set()


def test_a_release_of_tomorrow_is_refused(world):
    page = release(world)
    page.released_on = clock.today() + DAY

    with pytest.raises(ValidationError):
        page.full_clean()


def test_a_release_is_read_with_number_and_speaker_and_is_listed(world):
    page = published(release(world), world)

    text = read(page)

    assert "15/2026" in text
    assert "Lê Minh Mẫu" in text
    assert page.title in read(world.section)


def test_the_press_room_shows_what_was_released_and_whom_to_call(world):
    statement, _english = answered(world)
    page = published(release(world), world)
    directory = room(world, SpokespersonDirectoryPage)

    text = read(room(world, PressRoomPage, asking="<p>Gửi câu hỏi trước 16 giờ.</p>"))

    for words in (statement.title, page.title, "0234 000 001", "Gửi câu hỏi trước 16 giờ.", directory.get_url()):
        assert words in text


def test_the_directory_lists_only_whom_a_director_has_listed_and_who_speaks_today(world):
    spokesperson(world)
    registry.end(spokesperson(world, name="Người đã thôi"), last_day=clock.today() - DAY, by=world.director)
    waiting = Spokesperson.objects.listed().first()
    waiting.pk, waiting.name, waiting.published_at, waiting.published_by = None, "Người chưa đăng", None, None
    waiting.save()

    text = read(room(world, SpokespersonDirectoryPage))

    assert "Lê Minh Mẫu" in text
    assert "Người đã thôi" not in text
    assert "Người chưa đăng" not in text


def test_the_accounts_page_lists_only_what_is_listed(world):
    registry.make_public(account(world), by=world.director)
    account(world, name="Trang chưa duyệt", url="https://mang-mau.example/chua")

    text = read(room(world, OfficialAccountsPage))

    assert "https://mang-mau.example/cong" in text
    assert "Trang chưa duyệt" not in text
