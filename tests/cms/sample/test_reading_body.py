import pytest

from cms.sample.reading.body import read_body
from cms.sample.reading.inline import to_html


def test_paragraphs_and_lists_in_a_row_share_one_text_block():
    blocks = read_body("Một đoạn\nhai dòng.\n\n- một\n- hai\n\nĐoạn sau.")

    assert blocks == [
        {"type": "text", "html": "<p>Một đoạn hai dòng.</p><ul><li>một</li><li>hai</li></ul><p>Đoạn sau.</p>"}
    ]


def test_a_heading_parts_the_text():
    blocks = read_body("Trước.\n\n## Tiêu đề\n\nSau.")

    assert [block["type"] for block in blocks] == ["text", "heading", "text"]
    assert blocks[1]["text"] == "Tiêu đề"


def test_a_quote_knows_its_source():
    assert read_body("> Viết ngắn — nhưng đều. — Bà Mặn") == [
        {"type": "quote", "text": "Viết ngắn — nhưng đều.", "source": "Bà Mặn"}
    ]


def test_a_quote_may_have_no_source():
    assert read_body("> Viết ngắn.") == [{"type": "quote", "text": "Viết ngắn.", "source": ""}]


def test_a_table_has_caption_header_and_rows_with_empty_cells():
    blocks = read_body("|= Giờ trực\n| Giờ | Việc |\n|---|---|\n| 20:00 | |\n| 23:00 | Sương |")

    assert blocks == [
        {"type": "table", "caption": "Giờ trực", "header": ["Giờ", "Việc"], "rows": [["20:00", ""], ["23:00", "Sương"]]}
    ]


def test_pictures_and_galleries_stand_alone():
    blocks = read_body("![[den-bien]]\n\n[[gallery: ho-sen, dam-pha]]")

    assert blocks == [{"type": "image", "picture": "den-bien"}, {"type": "gallery", "pictures": ["ho-sen", "dam-pha"]}]


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("**đậm** và *nghiêng*", "<b>đậm</b> và <i>nghiêng</i>"),
        ("[nguồn](https://example.org/a?b=1&c=2)", '<a href="https://example.org/a?b=1&amp;c=2">nguồn</a>'),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[xấu](javascript:alert)", "[xấu](javascript:alert)"),
        ('[x](https://a.example/"onclick=)', '<a href="https://a.example/&quot;onclick=">x</a>'),
    ],
)
def test_a_line_becomes_safe_html(words, html):
    assert to_html(words) == html
