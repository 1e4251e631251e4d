"""What readers press on the public pages; most of it without a script."""

import pytest

pytestmark = pytest.mark.browser

GROUND = "getComputedStyle(document.body).backgroundColor"
NIGHT, DAY = "rgb(11, 24, 33)", "rgb(252, 253, 253)"


def test_the_contents_open_without_a_script(window):
    reader = window(width=390, java_script_enabled=False)
    reader.opens("/vi/")
    section = reader.page.locator("#menu a", has_text="Tin và bài").first
    assert not section.is_visible()

    reader.page.click(".menu-button")

    assert section.is_visible()
    assert reader.grievances == []


def test_filters_work_without_a_script(window):
    reader = window(java_script_enabled=False)
    reader.opens("/vi/tin-va-bai/")
    every = reader.page.locator(".entry__title").count()
    choice = reader.page.locator(".facet a").first
    words = choice.inner_text().split("\n")[0]

    choice.click()

    assert reader.page.locator(".picked a").first.inner_text().startswith(words[:8])
    assert 0 < reader.page.locator(".entry__title").count() <= every
    assert reader.grievances == []


def test_light_and_dark_follow_the_device_and_the_address(window):
    reader = window(color_scheme="dark")
    reader.opens("/vi/")
    by_device = reader.page.evaluate(GROUND)
    reader.opens("/vi/?look=light")
    by_address = reader.page.evaluate(GROUND)

    assert (by_device, by_address) == (NIGHT, DAY)
