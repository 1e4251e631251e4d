"""What goes wrong at a desk: somebody else was faster, the session ended. Nothing is lost, and it is said."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from cms.moderation import services
from cms.moderation.choices import State
from cms.moderation.models import ItemStatus
from cms.pages.models import ArticlePage
from tests.archive import answers
from tests.browser import desk
from tests.browser.people import PASSWORD

pytestmark = pytest.mark.browser

DRAFT = "Một ghế, một người, một mật khẩu"
WORDS = "Những chữ này viết sau khi hết phiên, không được mất."


def latest(title=DRAFT):
    return ArticlePage.objects.get(title=title).get_latest_revision_as_object()


def test_the_second_of_two_editors_is_warned_before_anything_is_overwritten(at_the_desk):
    first, second = at_the_desk("minh.chau"), at_the_desk("ngoc.an")
    address = f"/admin/pages/{latest().pk}/edit/"
    first.opens(address)
    second.opens(address)
    first.page.fill("[name=intro]", "Câu của người lưu trước.")
    desk.saves(first)

    with second.page.expect_response("**/editing-sessions/**"):
        second.page.fill("[name=intro]", "Câu của người lưu sau.")
    expect(second.page.locator(".w-autosave-indicator")).to_contain_text("tạm dừng")
    second.page.click(".action-save")

    dialog = second.page.get_by_role("dialog", name="Trần Minh Châu đã lưu phiên bản mới")
    expect(dialog).to_be_visible()
    second.keeps("trouble-01-two-editors")
    assert latest().intro == "Câu của người lưu trước."
    assert second.page.input_value("[name=intro]") == "Câu của người lưu sau."


def test_a_save_by_hand_waits_for_the_one_under_way_and_makes_one_page(at_the_desk):
    officer, held = at_the_desk("ngoc.an"), []
    officer.page.route(
        "**/add/pages/**", lambda route: held.append(route) if is_own(route.request) else route.continue_()
    )
    with officer.page.expect_request(is_own):
        desk.starts_an_article(officer, "Lưu hai lần, một trang", "")
        officer.page.locator("[name=intro]").press_sequentially("Kho tự lưu chậm hơn tay bấm.", delay=80)

    officer.page.click(".action-save")
    with officer.page.expect_navigation():
        held.pop().continue_()

    assert ArticlePage.objects.filter(title="Lưu hai lần, một trang").count() == 1
    assert officer.grievances == []


def is_own(request):
    """What the editor saves by itself asks for data, not for a page."""
    return request.method == "POST" and request.headers.get("accept") == "application/json"


def test_words_survive_the_end_of_a_session(at_the_desk):
    officer = at_the_desk("ngoc.an")
    officer.opens(f"/admin/pages/{latest().pk}/edit/")
    Session.objects.all().delete()
    officer.page.fill("[name=intro]", WORDS)
    officer.page.click(".action-save")

    notice = officer.page.locator(".hd-stay")
    expect(notice).to_be_visible()
    officer.keeps("trouble-02-session-ended")
    assert officer.page.input_value("[name=intro]") == WORDS

    with officer.page.context.expect_page() as beside:
        notice.locator("a").click()
    door = beside.value
    door.fill("[name=login]", "ngoc.an@haidang.example")
    door.fill("[name=password]", PASSWORD)
    with door.expect_navigation():
        door.click("main button[type=submit]")
    desk.saves(officer)

    assert latest().intro == WORDS


def test_a_decision_that_somebody_else_has_taken_is_said_and_not_taken_twice(at_the_desk):
    status = ItemStatus.objects.filter(
        state=State.IN_APPRAISAL, assignee__email__startswith="bich", language="vi"
    ).get()
    moderator = at_the_desk("bich.lien")
    desk.opens_from_queue(moderator, status.title)
    desk.says_yes_to_all(moderator)
    services.appraise(status.item, by=status.assignee, answers=answers())
    taken = status.steps.count()

    desk.decides(moderator, "appraise")

    moderator.keeps("trouble-03-decided-already")
    expect(moderator.page.locator(".messages")).to_contain_text("Chưa có gì thay đổi")
    assert status.steps.count() == taken


def test_a_draft_saves_under_a_title_that_another_page_has(at_the_desk):
    officer = at_the_desk("hoang.duc")
    desk.starts_an_article(officer, DRAFT, "Cùng nhan đề, khác bài.")
    desk.saves(officer)

    officer.keeps("trouble-04-same-title")
    assert ArticlePage.objects.filter(title=DRAFT).count() == 2
