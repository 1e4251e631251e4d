"""The whole path, by hand in the browser: from an officer's first sign-in to a reader abroad with a phone."""

import pytest
from playwright.sync_api import expect

from cms.moderation.choices import State
from cms.pages.models import ArticlePage
from tests.browser import desk, translating

pytestmark = pytest.mark.browser

EMAIL = "ngoc.an@haidang.example"
TITLE = "Tháp đèn trên mũi Đá Vách"
INTRO = "Trên mũi Đá Vách, phía bắc cửa biển, ngọn đèn đêm nào cũng soi."
TEXT = "Người gác đèn ghi sổ mỗi giờ một dòng, suốt ba mươi năm."
ENGLISH = "The light on Da Vach Point"
IN_ENGLISH = {
    TITLE: ENGLISH,
    INTRO: "On Da Vach Point, north of the river mouth, the lamp is lit every night.",
    TEXT: "For thirty years the keeper wrote one line an hour.",
    "Phạm Ngọc An": "Pham Ngoc An",
    "© Sở Ngoại vụ": "© Department of Foreign Affairs. May be reused with its source named.",
}
OWN = "Mật-khẩu-riêng-2026"


def stands(language="vi"):
    source = ArticlePage.objects.get(title=TITLE, locale__language_code="vi")
    return source.get_translations(inclusive=True).get(locale__language_code=language).specific.status.state


def test_an_officer_signs_in_for_the_first_time_and_writes_an_article(window):
    officer = window()
    given = desk.first_password(EMAIL)
    officer.opens("/admin/")
    officer.keeps("journey-01-door")
    officer.signs_in(EMAIL, given)
    officer.keeps("journey-02-first-password")
    desk.chooses_a_password(officer, given, OWN)
    officer.keeps("journey-03-home")

    desk.starts_an_article(officer, TITLE, "Ngọn đèn không biết mình soi cho ai, nhưng đêm nào cũng soi.")
    desk.types_a_text(officer, TEXT)
    desk.saves(officer)
    officer.keeps("journey-04-what-is-missing")

    assert len(desk.what_is_missing(officer)) == 4
    assert stands() == State.DRAFT
    assert officer.grievances == []


def test_what_is_missing_leads_to_its_field_and_the_article_is_handed_in(window):
    officer = window()
    officer.signs_in(EMAIL, OWN)
    desk.opens_draft(officer, TITLE)

    officer.page.locator(".hd-state-box a[href='#field-author_text']").click()
    expect(officer.page.locator("[name=author_text]")).to_be_focused()
    desk.tells_about_it(officer, "Phạm Ngọc An", "2026-02-03")
    officer.keeps("journey-05-about-it")
    desk.hands_in(officer, shot="journey-06-last-look")

    officer.keeps("journey-07-handed-in")
    assert desk.is_at(officer, "/admin/")
    assert TITLE in desk.said(officer)
    assert stands() == State.SUBMITTED
    assert officer.grievances == []


def test_the_lead_clears_it(at_the_desk):
    lead = at_the_desk("minh.chau")
    lead.keeps("journey-08-lead")
    desk.opens_from_home(lead, TITLE)
    lead.keeps("journey-09-lead-reads")

    desk.decides(lead, "clear")

    assert stands() == State.AGENCY_CLEARED
    assert lead.grievances == []


def test_a_moderator_takes_it_and_returns_it_with_a_note_beside_a_field(at_the_desk):
    moderator = at_the_desk("bich.lien")
    desk.opens_from_queue(moderator, TITLE)
    desk.decides(moderator, "take")
    desk.opens_from_queue(moderator, TITLE)
    desk.notes(moderator, "intro", "Xin nói rõ tháp đèn ở đâu.")
    moderator.page.fill("[name=reason]", "Người đọc ở xa chưa biết mũi Đá Vách.")
    moderator.keeps("journey-10-return")

    desk.decides(moderator, "return")

    assert stands() == State.RETURNED
    assert moderator.grievances == []


def test_the_officer_reads_the_reason_and_mends_it_on_a_phone(window):
    officer = window(width=390)
    officer.signs_in(EMAIL, OWN)
    officer.keeps("journey-11-returned")
    assert "Người đọc ở xa chưa biết mũi Đá Vách." in officer.page.locator("main").inner_text()
    desk.opens_draft(officer, TITLE)
    beside = officer.page.locator("[data-contentpath=intro] .hd-note--back")
    beside.wait_for()
    officer.keeps("journey-12-note-beside-the-field")
    assert "Xin nói rõ tháp đèn ở đâu." in beside.inner_text()

    officer.page.fill("[name=intro]", INTRO)
    desk.hands_in(officer)

    assert stands() == State.SUBMITTED
    assert officer.grievances == []


def test_lead_moderator_and_director_read_it_and_it_is_public(at_the_desk):
    lead, moderator, director = at_the_desk("minh.chau"), at_the_desk("bich.lien"), at_the_desk("xuan.phuc")
    desk.opens_from_home(lead, TITLE)
    desk.decides(lead, "clear")
    desk.opens_from_queue(moderator, TITLE)
    desk.decides(moderator, "take")
    desk.opens_from_queue(moderator, TITLE)
    moderator.keeps("journey-13-words-changed")
    desk.says_yes_to_all(moderator)
    desk.decides(moderator, "appraise")
    desk.opens_from_home(director, TITLE)
    director.keeps("journey-14-director")

    desk.decides(director, "approve")

    assert stands() == State.PUBLISHED
    assert [*lead.grievances, *moderator.grievances, *director.grievances] == []


def test_the_officer_translates_it_and_hands_in_the_translation(window):
    officer = window()
    officer.signs_in(EMAIL, OWN)
    translating.begins_english(officer, TITLE)
    translating.translates(officer, IN_ENGLISH)
    officer.keeps("journey-15-translated")

    translating.hands_in_translation(officer, shot="journey-16-translation-last-look")

    assert ENGLISH in desk.said(officer)
    assert (stands(), stands("en")) == (State.PUBLISHED, State.SUBMITTED)
    assert officer.grievances == []


def test_the_translation_is_read_and_approved_on_its_own(at_the_desk):
    lead, moderator, director = at_the_desk("minh.chau"), at_the_desk("bich.lien"), at_the_desk("xuan.phuc")
    desk.opens_from_home(lead, ENGLISH)
    desk.decides(lead, "clear")
    desk.opens_from_queue(moderator, ENGLISH)
    desk.decides(moderator, "take")
    desk.opens_from_queue(moderator, ENGLISH)
    moderator.keeps("journey-17-beside-the-source")
    desk.says_yes_to_all(moderator)
    desk.decides(moderator, "appraise")
    desk.opens_from_home(director, ENGLISH)

    desk.decides(director, "approve")

    assert (stands(), stands("en")) == (State.PUBLISHED, State.PUBLISHED)
    assert [*lead.grievances, *moderator.grievances, *director.grievances] == []


def test_a_visitor_with_a_phone_and_no_script_finds_it_without_accents(window):
    visitor = window(width=390, language="en", java_script_enabled=False)
    visitor.opens("/vi/")

    visitor.opens("/vi/search/?q=thap+den+mui+da+vach")
    visitor.keeps("journey-18-found")
    visitor.page.locator("main a", has_text="Tháp đèn").first.click()

    visitor.keeps("journey-19-public")
    assert visitor.page.locator("h1").inner_text() == TITLE
    assert TEXT in visitor.page.locator("main").inner_text()
    assert visitor.page.context.cookies() == []
    assert visitor.grievances == []


def test_a_visitor_reads_it_in_english_and_goes_over_to_the_source(window):
    visitor = window(width=390, language="en", java_script_enabled=False)
    visitor.opens("/en/search/?q=light+da+vach+point")
    visitor.keeps("journey-20-found-in-english")
    visitor.page.locator("main a", has_text=ENGLISH).first.click()
    visitor.keeps("journey-21-public-in-english")
    assert visitor.page.locator("h1").inner_text() == ENGLISH
    assert IN_ENGLISH[TEXT] in visitor.page.locator("main").inner_text()

    visitor.page.locator("a[hreflang=vi]").first.click()

    assert visitor.page.locator("h1").inner_text() == TITLE
    assert visitor.grievances == []
