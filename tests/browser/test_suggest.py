"""Titles offered while a reader types: by keyboard, by mouse, by ear, and not at all without a script."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CHOSEN = "document.activeElement.getAttribute('aria-activedescendant')"


@pytest.fixture
def typing(window):
    """A reader who has typed the beginning of titles, with the box that heard it."""

    def typed(words="đèn", path="/vi/search/", **more):
        reader = window(**more)
        reader.opens(path)
        box = reader.page.locator("form[role=search] input[name=q]:visible").first
        box.click()
        reader.page.keyboard.type(words, delay=20)
        return reader, box

    return typed


def test_titles_are_offered_and_one_is_opened_by_keyboard(typing):
    reader, box = typing()
    page = reader.page
    expect(page.get_by_role("option").first).to_be_visible()
    assert box.get_attribute("aria-expanded") == "true"

    page.keyboard.press("ArrowDown")
    assert page.evaluate(CHOSEN) == page.get_by_role("option").first.get_attribute("id")
    there = page.get_by_role("option").first.get_attribute("data-to")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**{there}")
    assert (reader.grievances, reader.strangers) == ([], [])


def test_enter_without_a_choice_asks_for_the_words(typing):
    reader, box = typing()
    expect(reader.page.get_by_role("option").first).to_be_visible()

    reader.page.keyboard.press("Enter")

    reader.page.wait_for_url("**/vi/search/?q=*")


def test_escape_closes_and_the_words_stay(typing):
    reader, box = typing()
    expect(reader.page.get_by_role("option").first).to_be_visible()
    reader.page.keyboard.press("ArrowUp")

    reader.page.keyboard.press("Escape")

    expect(reader.page.get_by_role("listbox")).to_be_hidden()
    assert box.input_value() == "đèn"
    assert box.get_attribute("aria-expanded") == "false"
    assert reader.page.evaluate(CHOSEN) is None


def test_a_title_is_opened_with_a_finger_on_a_phone(typing):
    reader, box = typing(width=390)
    option = reader.page.get_by_role("option").first
    expect(option).to_be_visible()
    there = option.get_attribute("data-to")

    option.click()

    reader.page.wait_for_url(f"**{there}")


def test_how_many_titles_match_is_said_aloud(typing):
    reader, box = typing("zzzzqqq")

    expect(reader.page.locator(".suggested [role=status]")).to_have_text("Không có nhan đề nào khớp")


def test_the_box_at_the_head_of_every_page_offers_too(typing):
    reader, box = typing("light", path="/en/", width=1280)

    expect(reader.page.get_by_role("option").first).to_be_visible()


def test_without_a_script_the_box_is_a_plain_field(typing):
    reader, box = typing(java_script_enabled=False)

    assert box.get_attribute("role") is None
    reader.page.keyboard.press("Enter")

    reader.page.wait_for_url("**/vi/search/?q=*")
