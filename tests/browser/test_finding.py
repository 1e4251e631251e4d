"""Finding as people do it: the key over every screen of the staff, filters and letters without a script."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from playwright.sync_api import expect

from search.saved import views

pytestmark = pytest.mark.browser

CHOSEN = "document.activeElement.getAttribute('aria-activedescendant')"


def test_ctrl_k_finds_and_opens_without_a_mouse(at_the_desk):
    officer = at_the_desk("ngoc.an")
    page = officer.page

    page.keyboard.press("Control+k")
    page.keyboard.type("muoi")
    expect(page.locator("#hd-palette-list li").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(CHOSEN) == "hd-palette-1"
    there = page.locator("#hd-palette-1").get_attribute("data-href")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**{there}")
    assert officer.grievances == []


def test_escape_closes_the_palette_at_once(at_the_desk):
    page = at_the_desk("ngoc.an").page
    page.keyboard.press("Control+k")
    page.keyboard.type("muoi")

    page.keyboard.press("Escape")

    expect(page.locator("dialog.hd-palette")).to_be_hidden()


def test_days_and_several_filters_narrow_without_a_script(window):
    reader = window(java_script_enabled=False)
    reader.opens("/vi/search/?q=")
    everything = reader.page.locator(".sorting b").inner_text()
    for tick in reader.page.locator("input[name=year]").all()[:2]:
        tick.check()
    reader.page.fill("[name=from]", "2025-01-01")

    reader.page.click(".facets .button")

    assert reader.page.locator(".picked a:not(.all)").count() == 3
    assert int(reader.page.locator(".sorting b").inner_text()) < int(everything)
    assert reader.grievances == []


def test_a_reader_follows_a_search_without_a_script(window, monkeypatch, settings):
    monkeypatch.setattr(views, "FASTEST", 0)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    cache.clear()
    mail.outbox = []
    reader = window(width=390, java_script_enabled=False)
    reader.opens("/vi/search/?q=l%E1%BB%85")

    reader.page.click(".taking summary")
    reader.page.fill("#address", "doc.gia@example.org")
    reader.page.click(".keep-informed .button")
    link = re.search(r"/vi/search/follow/\S+/confirm/", mail.outbox[0].body).group()
    reader.opens(link)
    reader.page.click("main form .button")

    assert "Chúng tôi sẽ gửi thư cho bạn" in reader.page.locator("h1").inner_text()
    assert reader.page.context.cookies() == []
    assert reader.grievances == []
