"""Statements, releases and the press room in a real browser: for every reader, theme, language and window."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from cms.core import clock
from cms.pages.models import OfficialAccountsPage, PressRoomPage, SpokespersonDirectoryPage, StatementCorrection
from cms.registry import services as registry
from tests.archive import now, published
from tests.browser.eyes import barriers, overflow
from tests.browser.people import ALBUM
from tests.cms.pages.statements import answered, rewritten
from tests.cms.pages.test_press import account, release, room

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

HOST = "http://archive.example"
WIDTHS = (320, 390, 640, 768, 1280, 1920)


@pytest.fixture
def press(world):
    """Everything the press reads, as the archive sends it."""
    page, english = answered(world)
    page.corrections.add(StatementCorrection(day=clock.today(), text="Bản đầu ghi 8 nhịp. Đúng là 9 nhịp."))
    page.standing, page.standing_note = "paused", "Đang kiểm tra lại số liệu về nhịp thứ ba."
    page = published(rewritten(page, world.contributor), world)
    registry.make_public(account(world), by=world.director)
    pages = {"statement-vi": page, "statement-en": english, "release": published(release(world), world)}
    pages["directory"] = room(world, SpokespersonDirectoryPage)
    pages["accounts"] = room(world, OfficialAccountsPage)
    pages["room"] = room(world, PressRoomPage, asking="<p>Gửi câu hỏi tới phòng báo chí trước 16 giờ.</p>")
    return {name: read(now(each).get_url()) for name, each in pages.items()}


def read(path):
    """The page as the archive answers; asked here, because a browser's own requests stand outside the transaction."""
    response = Client().get(path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def window(chromium):
    """A browser without a server: styles and letters come from the folder of static files."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.route("**/*", answer)
    yield page
    context.close()


def serving(text):
    return lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8")


def answer(route):
    path = urlsplit(route.request.url).path
    if path.startswith("/static/") and (found := finders.find(path.removeprefix("/static/"))):
        kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
        route.fulfill(body=Path(found).read_bytes(), content_type=kind)
    else:
        route.fulfill(status=404, body="")


def test_what_the_press_reads_is_open_to_every_reader(window, press):
    found, sideways = {}, {}

    for name, text in press.items():
        window.route(f"{HOST}/{name}/", serving(text))
        window.goto(f"{HOST}/{name}/")
        for theme in ("dark", "light"):
            window.emulate_media(color_scheme=theme)
            found[name, theme] = barriers(window)
            keep(window, f"press-{name}-{theme}")
        sideways[name] = [width for width in WIDTHS if overflow(window, width) > 0]
        window.set_viewport_size({"width": 390, "height": 844})
        keep(window, f"press-{name}-phone")
        window.set_viewport_size({"width": 1280, "height": 900})

    assert {name: each for name, each in found.items() if each} == {}
    assert {name: each for name, each in sideways.items() if each} == {}


def keep(window, name):
    """A picture of the window, for people to look at afterwards."""
    ALBUM.mkdir(exist_ok=True)
    window.screenshot(path=ALBUM / f"{name}.png", full_page=True)
