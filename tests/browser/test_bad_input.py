"""What people paste and type without meaning harm: very long, very strange. Each gets an answer."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from cms.pages.models import ArticlePage
from tests.browser import desk
from tests.browser.eyes import overflow

pytestmark = pytest.mark.browser

PARAGRAPH = '<p class="MsoNormal" style="mso-line-height-rule:exactly"><span lang="VI">{}</span></p>'
PASTED = [" ".join(f"chữ{line}.{place}" for place in range(50)) for line in range(200)]
HEADING = ("Một cái nhan đề dài quá mức cho phép, " * 16).strip()  # over 600 characters
QUESTIONS = {
    "five-thousand": "đèn biển " * 555,
    "quotes": '"đèn \'biển" "" “Bến Cũ” (AND OR NOT) \\',
    "emoji": "🏮🏮 👩🏽‍🚀 đèn",
    "wildcards": "* ? % _ đ* ~2 [a-z] title:đèn^9",
    "markup": "<script>alert(1)</script>",
}
PASTE = """([html, text]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", text);
    const words = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(words);
}"""


def latest(title):
    return ArticlePage.objects.get(title=title).get_latest_revision_as_object()


def test_ten_thousand_words_pasted_from_a_word_processor_are_kept_without_its_dress(at_the_desk):
    officer = at_the_desk("ngoc.an")
    desk.starts_an_article(officer, "Mười nghìn chữ", "Dán từ một tệp văn bản.")
    desk.types_a_text(officer, "Đây: ")
    officer.page.evaluate(PASTE, ["".join(map(PARAGRAPH.format, PASTED)), "\n".join(PASTED)])
    expect(officer.page.locator(".public-DraftEditor-content").last).to_contain_text(PASTED[-1])

    desk.saves(officer)

    text = str(latest("Mười nghìn chữ").body[0].value)
    assert all(line in text for line in PASTED)
    assert "Mso" not in text
    assert officer.grievances == []


def test_a_title_of_six_hundred_characters_is_refused_and_not_cut(at_the_desk):
    officer = at_the_desk("ngoc.an")
    desk.starts_an_article(officer, HEADING, "Câu này còn nguyên.")

    desk.saves(officer)

    officer.keeps("trouble-05-long-title", whole=False)
    expect(officer.page.locator(".w-field__errors", has_text="255")).to_be_visible()
    assert officer.page.input_value("[name=title]") == HEADING
    assert officer.page.input_value("[name=intro]") == "Câu này còn nguyên."


def test_a_heading_of_six_hundred_characters_is_refused_and_not_cut(at_the_desk):
    officer = at_the_desk("ngoc.an")
    desk.starts_an_article(officer, "Đầu mục dài", "Câu này còn nguyên.")
    desk.adds_a_block(officer, "heading")
    heading = officer.page.locator("[name='body-0-value']")
    heading.fill(HEADING)

    desk.saves(officer)

    officer.keeps("trouble-06-long-heading", whole=False)
    expect(officer.page.locator(".w-field__errors", has_text="200")).to_be_visible()
    assert heading.input_value() == HEADING


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_strange_question_gets_an_answer(window, language, name):
    reader = window(width=390, language=language)

    answer = reader.opens(f"/{language}/search/?{urlencode({'q': QUESTIONS[name]})}")

    reader.keeps(f"question-{name}-{language}", whole=False)
    assert answer.status == 200
    assert overflow(reader.page, 390) <= 0
    assert reader.grievances == []


def test_strange_questions_get_an_answer_at_the_desk_too(at_the_desk):
    moderator = at_the_desk("bich.lien")

    answers = [
        moderator.opens(f"/admin/search/?{urlencode({'q': question})}").status for question in QUESTIONS.values()
    ]

    assert answers == [200] * len(QUESTIONS)
    assert moderator.grievances == []
