"""What officers, leads, moderators and directors do at their desks, by what they see on the screen."""

from __future__ import annotations

import re
from typing import Any

from django.utils import translation
from wagtail.users.models import UserProfile

from cms.accounts.models import User
from cms.accounts.services import issue_password
from cms.pages.blocks import BodyBlocks
from tests.browser.people import Person

SECTION = "Tin và bài"


def reads_in(name: str, language: str) -> None:
    """As somebody has chosen in the account settings."""
    user = User.objects.get(email=f"{name}@haidang.example")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})


def starts_an_article(officer: Person, title: str, intro: str) -> None:
    """From the first screen to an editor with a title and a standfirst."""
    officer.page.click("a[href$='/write/article/']")
    officer.page.locator("main .hd-plain a", has_text=SECTION).click()
    officer.page.fill("[name=title]", title)
    officer.page.fill("[name=intro]", intro)


def types_a_text(officer: Person, words: str) -> None:
    """In the rich-text editor, letter by letter."""
    adds_a_block(officer, "text")
    officer.page.locator(".public-DraftEditor-content").last.click()
    officer.page.keyboard.type(words)


def adds_a_block(officer: Person, name: str) -> None:
    officer.page.locator(".c-sf-add-button").first.click()
    officer.page.get_by_role("option", name=name_of_block(name), exact=True).click()


def name_of_block(name: str) -> str:
    """As the menu of blocks calls it."""
    with translation.override("vi"):
        return str(BodyBlocks.base_blocks[name].label)


def saves(officer: Person) -> None:
    """Press the button and wait for the page that comes back."""
    with officer.page.expect_navigation():
        officer.page.click(".action-save")


def what_is_missing(officer: Person) -> list[str]:
    return officer.page.locator(".hd-state-box a[href^='#field-']").all_inner_texts()


def tells_about_it(officer: Person, author: str, day: str) -> None:
    """The second tab: who, when, about what, and the rights."""
    officer.page.get_by_role("tab").nth(1).click()
    officer.page.fill("[name=author_text]", author)
    officer.page.fill("[name=activity_date]", day)
    officer.page.keyboard.press("Escape")  # the calendar would lie over the next fields
    officer.page.locator("[name=themes]").first.check()
    officer.page.fill("[name=rights_line]", "© Sở Ngoại vụ tỉnh Hải Đăng. Được dùng lại khi ghi nguồn.")


def hands_in(officer: Person, shot: str = "") -> None:
    """From the editor over the last look, with the declaration, to the first screen."""
    with officer.page.expect_navigation():
        officer.page.locator("footer").get_by_role("button", name="Việc khác").click()
        officer.page.locator("footer [name=hd-submit]").click()
    if shot:
        officer.keeps(shot)
    officer.page.check("[name=declaration]")
    with officer.page.expect_navigation():
        officer.page.click("form.hd-decide button[type=submit]")


def opens_from_home(person: Person, title: str) -> None:
    person.opens("/admin/")
    person.page.locator(".hd-home__list a", has_text=title).first.click()
    person.page.wait_for_load_state()


def opens_draft(officer: Person, title: str) -> None:
    """The editor of an own page, by way of the first screen."""
    opens_from_home(officer, title)
    if not is_at(officer, "/admin/pages/"):
        officer.page.locator("main a[href*='/edit/']").first.click()
        officer.page.wait_for_load_state()


def opens_from_queue(person: Person, title: str, tab: str = "mine") -> None:
    person.opens(f"/admin/review/?tab={tab}")
    person.page.locator(".hd-queue a", has_text=title).first.click()
    person.page.wait_for_load_state()


def decides(person: Person, event: str) -> None:
    with person.page.expect_navigation():
        person.page.click(f"button[name=event][value={event}]")


def notes(person: Person, field: str, words: str) -> None:
    """Open the box for a note beside a field and write into it."""
    box = person.page.locator("details.hd-notebox", has=person.page.locator(f"[name='note:{field}']"))
    box.locator("summary").click()
    box.locator("textarea").fill(words)


def says_yes_to_all(moderator: Person) -> None:
    for line in moderator.page.locator("[name^='answer-']").all():
        line.check()


def said(person: Person) -> str:
    """The message on top of the screen."""
    return person.page.locator(".messages").inner_text()


def number_in(address: str) -> int:
    """Of the page that an editor's address is about."""
    return int(re.search(r"/pages/(\d+)/edit", address).group(1))


def first_password(email: str) -> str:
    """What the administrator hands over; it works once."""
    return issue_password(User.objects.get(email=email), by=None)


def chooses_a_password(person: Person, old: str, new: str) -> None:
    person.page.fill("[name=oldpassword]", old)
    person.page.fill("[name=password1]", new)
    person.page.fill("[name=password2]", new)
    with person.page.expect_navigation():
        person.page.click("main .door form button[type=submit]")


def is_at(person: Person, path: str) -> Any:
    return person.page.url.removeprefix(person.address).startswith(path)
