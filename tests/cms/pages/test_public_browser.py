"""Public pages in a real browser: readable by everybody, in both themes, on every width, under the strict policy.

The browser lives in a thread of its own and is answered by the application in the test's thread, within the test's
transaction: no server, no port, nothing committed.
"""

import mimetypes
import os
import queue
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import sync_playwright

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

HOST = "http://localhost"
STATIC = Path(settings.STATICFILES_DIRS[0])
PAGES = ("home", "section", "article", "record", "gallery", "legal", "guidance", "home_en", "section_en", "article_en")
GRAVE = {"serious", "critical"}
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
GROUND = "getComputedStyle(document.body).backgroundColor"


class Reader:
    """Somebody at a browser. What they do runs in the browser's thread; their requests are answered in the caller's."""

    def __init__(self) -> None:
        self.thread = ThreadPoolExecutor(max_workers=1)
        self.asked: queue.Queue = queue.Queue()
        self.thread.submit(self.start).result()

    def start(self) -> None:
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

    def leave(self) -> None:
        self.thread.submit(self.browser.close).result()
        self.thread.submit(self.playwright.stop).result()
        self.thread.shutdown()

    def at(self, address: str, act, scheme: str = "light", width: int = 1280, **options):
        """What `act` finds on the page at an address."""
        done = self.thread.submit(self.visit, address, act, scheme, width, options)
        while not done.done():
            try:
                path, reply = self.asked.get(timeout=0.02)
            except queue.Empty:
                continue
            reply.put(answer(path))
        return done.result()

    def visit(self, address: str, act, scheme: str, width: int, options: dict):
        context = self.browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **options)
        try:
            page = context.new_page()
            page.complaints = []
            page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
            page.route("**/*", self.pass_on)
            page.goto(HOST + address)
            return act(page)
        finally:
            context.close()

    def pass_on(self, route) -> None:
        if not route.request.url.startswith(HOST):
            route.abort()
            return
        reply: queue.Queue = queue.Queue()
        self.asked.put((route.request.url.removeprefix(HOST), reply))
        route.fulfill(**reply.get(timeout=60))


def answer(path: str) -> dict:
    if path.startswith("/static/"):
        file = STATIC / path.removeprefix("/static/").partition("?")[0]
        return {"path": file, "content_type": mimetypes.guess_type(file.name)[0] or "font/woff2"}
    response = Client(SERVER_NAME="localhost").get(path)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return {"status": response.status_code, "headers": dict(response.items()), "body": body}


@pytest.fixture(scope="module")
def reader():
    if not CHROMIUM:
        refuse = pytest.fail if os.environ.get("REQUIRE_BROWSER") else pytest.skip
        refuse("needs Chromium")
    reader = Reader()
    yield reader
    reader.leave()


def grave_findings(page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in found if rule["impact"] in GRAVE]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_grave_keeps_a_reader_out(site, reader, name, scheme):
    address = getattr(site, name).get_url()

    findings, complaints = reader.at(address, lambda page: (grave_findings(page), page.complaints), scheme)

    assert findings == []
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_refusal_keeps_nobody_out(site, reader, scheme):
    assert reader.at("/vi/khong-co/", grave_findings, scheme) == []


@pytest.mark.parametrize("width", [320, 390, 640, 1920])
@pytest.mark.parametrize("name", PAGES[:7])
def test_no_page_scrolls_sideways(site, reader, name, width):
    address = getattr(site, name).get_url()

    assert reader.at(address, lambda page: page.evaluate("document.documentElement.scrollWidth"), width=width) <= width


def test_the_contents_open_without_a_script(site, reader):
    def open_the_contents(page):
        before = page.locator("#menu").is_visible()
        page.click(".menu-button")
        return before, page.locator("#menu a", has_text=site.section.title).is_visible()

    seen = reader.at(site.home.get_url(), open_the_contents, width=390, java_script_enabled=False)

    assert seen == (False, True)


def test_filters_work_without_a_script(site, reader):
    def filter_by_land(page):
        page.click(".facet a:has-text('land')")
        return page.locator(".entry__title").all_inner_texts(), page.locator(".picked a").first.inner_text()

    titles, picked = reader.at(site.section.get_url(), filter_by_land, java_script_enabled=False)

    assert titles == [site.article.title]
    assert picked.startswith("land")


def test_light_and_dark_follow_the_device_and_the_address(site, reader):
    by_device = reader.at(site.home.get_url(), lambda page: page.evaluate(GROUND), "dark")
    by_address = reader.at(f"{site.home.get_url()}?look=light", lambda page: page.evaluate(GROUND), "dark")

    assert (by_device, by_address) == ("rgb(11, 24, 33)", "rgb(252, 253, 253)")
