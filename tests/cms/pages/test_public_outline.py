"""The build of a legal document."""

from types import SimpleNamespace

import pytest

from cms.pages.outline import lines, outline


def block(kind: str, **value: str) -> SimpleNamespace:
    return SimpleNamespace(block_type=kind, value=value)


def anchors(*blocks: SimpleNamespace) -> list[str]:
    return [piece.anchor for piece in outline(blocks).pieces]


def test_an_article_is_found_by_its_part_and_number():
    body = [
        block("part", key="qd", title="Quyết định"),
        block("article", number="1"),
        block("part", key="qc", title="Quy chế"),
        block("chapter", number="II"),
        block("article", number="1", title="Phạm vi"),
    ]

    assert anchors(*body) == ["qd", "qd-dieu-1", "qc", "qc-chuong-ii", "qc-dieu-1"]


def test_no_two_pieces_share_an_address():
    assert anchors(block("article", number="1"), block("article", number="1")) == ["dieu-1", "dieu-1-2"]


def test_contents_follow_parts_chapters_and_articles():
    articles = [block("article", number="1"), block("article", number="2")]

    found = outline([block("part", key="qc"), block("chapter", number="I"), *articles])

    assert [piece.kind for piece in found.contents] == ["part"]
    assert [piece.number for piece in found.contents[0].pieces[0].pieces] == ["1", "2"]
    assert found.articles == 2


@pytest.mark.parametrize(
    ("line", "is_point"),
    [("a) Điểm", True), ("đ) Điểm", True), ("- Như Điều 3;", True), ("1. Khoản", False), ("Đoạn văn", False)],
)
def test_a_lettered_point_is_set_in(line, is_point):
    assert [found.is_point for found in lines(line)] == [is_point]
