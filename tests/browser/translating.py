"""What a translator does in the translation editor: segment by segment, until nothing is left."""

from __future__ import annotations

from typing import Any

from tests.browser.people import Person


def begins_english(officer: Person, title: str) -> None:
    """From the box of the desk over the page's menu to the translation editor."""
    officer.opens(f"/admin/search/?q={title}")
    officer.page.locator("main a[href$='/edit/']", has_text=title).first.click()
    menu = officer.page.get_by_role("navigation", name="Thao tác", exact=True)
    menu.get_by_role("button", name="Thao tác").click()
    officer.page.get_by_role("link", name="Dịch trang này").click()
    officer.page.get_by_label("English").check()
    with officer.page.expect_navigation():
        officer.page.click("main form [type=submit]")


def translates(officer: Person, words: dict[str, str]) -> None:
    """Every text of the page, in whichever tab it stands."""
    officer.page.locator("li.incomplete").first.wait_for()
    for tab in officer.page.get_by_role("tab").all():
        tab.click()
        for source, english in words.items():
            for box in officer.page.locator("li.incomplete:visible", has_text=source).all():
                writes(officer, box, english)


def writes(officer: Person, box: Any, english: str) -> None:
    """Into one box; it is kept at once."""
    box.get_by_role("button", name="Dịch", exact=True).click()
    box.locator("textarea").fill(english)
    with officer.page.expect_response(lambda answer: answer.request.method == "PUT"):
        box.get_by_role("button", name="Lưu", exact=True).click()


def hands_in_translation(officer: Person, shot: str) -> None:
    officer.page.reload()
    with officer.page.expect_navigation():
        officer.page.locator(".hd-bar a.button").click()
    officer.keeps(shot)
    officer.page.check("[name=declaration]")
    with officer.page.expect_navigation():
        officer.page.click("form.hd-decide button[type=submit]")
