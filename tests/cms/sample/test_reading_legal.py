import re
from datetime import date
from pathlib import Path

import pytest

from cms.sample.reading.frontmatter import UnreadableTextError
from cms.sample.reading.legal import read_legal_text, read_legal_texts
from cms.sample.reading.tables import read_agencies, read_fields

TEXTS = Path(__file__).parents[3] / "cms" / "sample" / "texts"
DECISIONS = {text.number: text for text in read_legal_texts(TEXTS / "legal")}

# The number of articles of the decision itself, and of the regulation attached to it.
ARTICLES = {
    "2930/QĐ-UBND": (3, 20),
    "77/2023/QĐ-UBND": (2, 15),
    "2034/QĐ-UBND": (3, 11),
    "47/2022/QĐ-UBND": (0, 17),
    "69/2021/QĐ-UBND": (3, 16),
}
each_decision = pytest.mark.parametrize("number", ARTICLES)


def test_five_decisions_are_kept_the_newest_first():
    assert list(DECISIONS) == list(ARTICLES)


@each_decision
def test_the_articles_of_each_part_are_complete_and_in_order(number):
    decision = DECISIONS[number]

    for part, count in zip(("qd", "qc"), ARTICLES[number], strict=True):
        assert [article.number for article in decision.articles(part)] == [str(n + 1) for n in range(count)]


@each_decision
def test_no_article_and_no_chapter_is_empty(number):
    for block in DECISIONS[number].body:
        assert block.text if block.type in {"article", "preamble", "closing"} else block.title


@each_decision
def test_anchors_are_unique_and_plain(number):
    blocks = [block for block in DECISIONS[number].body if block.type in {"article", "chapter"}]
    anchors = [block.anchor for block in blocks]

    assert len(anchors) == len(set(anchors))
    assert all(re.fullmatch(r"q[dc]-(dieu|chuong)-[0-9ivx]+", anchor) for anchor in anchors)


@each_decision
def test_no_line_breaks_inside_a_sentence_or_carries_marks_of_copying(number):
    lines = [line for block in DECISIONS[number].body for line in block.text.splitlines()]

    assert not [line for line in lines if re.match(r"[^\W\d]", line) and line[0].islower() and line[1] != ")"]
    assert not [line for line in lines if re.search(r"[*#<>]|\s\s|sovb", line)]


@each_decision
def test_chapters_follow_one_another(number):
    numerals = [block.number for block in DECISIONS[number].body if block.type == "chapter"]

    assert numerals == ["I", "II", "III", "IV", "V"][: len(numerals)]


@each_decision
def test_the_validity_of_an_old_decision_is_never_guessed(number):
    assert DECISIONS[number].status == "unknown"


@each_decision
def test_a_decision_names_an_agency_and_fields_that_exist(number):
    decision = DECISIONS[number]

    assert decision.agency in {agency.key for agency in read_agencies(TEXTS)}
    assert set(decision.fields) <= {field.code for field in read_fields(TEXTS)}
    assert len(decision.notes) == len(decision.notes_en) > 0


def test_the_foreign_information_decision_says_what_the_archive_relies_on():
    decision = DECISIONS["69/2021/QĐ-UBND"]
    fourth, fifteenth = decision.articles("qc")[3], decision.articles("qc")[14]

    assert (decision.issued_on, decision.effective_from) == (date(2021, 11, 24), date(2021, 12, 5))
    assert len(decision.legal_basis) == 14
    assert "5. Tối đa không quá bảy (07) ngày sau khi nhận được thông báo" in fourth.text
    assert [line[:3] for line in fourth.text.splitlines()][3:8] == ["a) ", "b) ", "c) ", "d) ", "đ) "]
    assert "trước ngày 15 tháng 11 hàng năm, các cơ quan, đơn vị, địa phương báo cáo" in fifteenth.text


def test_what_a_text_does_not_tell_stays_empty():
    decision = DECISIONS["47/2022/QĐ-UBND"]

    assert (decision.signer, decision.effective_from, decision.legal_basis) == ("", None, [])


def test_a_block_of_unknown_kind_is_refused(tmp_path):
    path = tmp_path / "qd-1.toml"
    path.write_text('[[body]]\ntype = "poem"\ntext = "…"\n', encoding="utf-8")

    with pytest.raises(UnreadableTextError):
        read_legal_text(path)
