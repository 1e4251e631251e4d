"""Twenty photographs at once, and files that are none."""

import pytest

from cms.moderation.choices import State
from cms.pages.models import ImageRecordPage
from tests.browser.pictures import letter, photograph, truncated

pytestmark = pytest.mark.browser

CAPTION = "Lễ thả đèn bên bến Cũ, xã Vạn Lộc, ngày 3 tháng 2 năm 2026."


def fills_in(officer, files):
    """What the pictures share."""
    page = officer.page
    page.set_input_files("[name=files]", files)
    page.select_option("[name=section]", label="Kho ảnh")
    page.fill("[name=caption]", CAPTION)
    page.fill("[name=activity_date]", "2026-02-03")
    page.keyboard.press("Escape")
    page.fill("[name=author_text]", "Phạm Ngọc An")
    page.fill("[name=credit]", "Phạm Ngọc An / Sở Ngoại vụ")
    page.fill("[name=rights_line]", "© Sở Ngoại vụ tỉnh Hải Đăng")
    page.locator("[name=themes]").first.check()


def sends(officer, button="main form button[type=submit]"):
    with officer.page.expect_navigation():
        officer.page.click(button)


def test_twenty_photographs_become_twenty_records_and_are_handed_in(at_the_desk):
    officer = at_the_desk("ngoc.an")
    officer.opens("/admin/pictures/upload/")
    officer.keeps("upload-01-empty")
    fills_in(officer, [photograph(f"den_hoa_dang-{number:02}.jpg", number * 18) for number in range(1, 21)])
    sends(officer)

    for box in officer.page.locator("textarea[name^='alt-']").all():
        box.fill("Mặt trời trên mặt nước, bờ bên kia tối dần.")
    officer.page.check("[name=declaration]")
    officer.keeps("upload-02-describe")
    sends(officer, "[name=hand_in]")
    officer.keeps("upload-03-handed-in")

    records = ImageRecordPage.objects.filter(caption=CAPTION)
    assert [record.status.state for record in records] == [State.SUBMITTED] * 20
    assert officer.grievances == []


def test_files_that_are_no_pictures_are_refused_each_with_a_sentence(at_the_desk):
    officer = at_the_desk("hoang.duc")
    officer.opens("/admin/pictures/upload/")
    fills_in(officer, [letter("cong-van.jpg"), photograph("ben-cu.jpg"), truncated("dut-giua-chung.jpg")])
    sends(officer)

    officer.keeps("upload-04-refused")
    said = officer.page.locator(".messages li").all_inner_texts()
    about = {name: [line for line in said if name in line] for name in ("cong-van.jpg", "dut-giua-chung.jpg")}
    assert [len(lines) for lines in about.values()] == [1, 1]
    assert officer.page.locator("textarea[name^='alt-']").count() == 1
    assert officer.grievances == []


def test_what_was_filled_in_survives_a_mistake(at_the_desk):
    officer = at_the_desk("hoang.duc")
    officer.opens("/admin/pictures/upload/")
    fills_in(officer, [photograph("som.jpg")])
    officer.page.fill("[name=activity_date]", "2099-01-01")
    officer.page.keyboard.press("Escape")
    sends(officer)

    officer.keeps("upload-05-mistake")
    assert officer.page.input_value("[name=caption]") == CAPTION
    assert officer.page.locator(".w-field__errors", has_text="ngày").count() == 1
