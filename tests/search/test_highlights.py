import pytest

from search.highlights import MARKS, excerpt, to_html, to_text
from search.questions import read


def marked(text, typed, language="vi", **more):
    return excerpt(text, read(typed), language, **more).replace(MARKS[0], "[").replace(MARKS[1], "]")


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("Ủy ban nhân dân Huế", "uy ban", "[Ủy] [ban] nhân dân Huế"),
        ("Uỷ ban", "ủy", "[Uỷ] ban"),
        ("đường dương", "duong", "[đường] [dương]"),
        ("đường dương", "đường", "[đường] dương"),
        ("Đắk Lắk", "dak", "[Đắk] Lắk"),
        ("Mỹ Lý", "mi", "[Mỹ] Lý"),
    ],
)
def test_words_are_marked_in_the_original(text, typed, expected):
    assert marked(text, typed) == expected


def test_stems_are_marked_in_english():
    assert marked("Peace and cooperation", "cooperate", "en") == "Peace and [cooperation]"


def test_a_phrase_is_marked_only_where_its_words_stand_together():
    assert marked("nhạc và nhã nhạc", '"nhã nhạc"') == "nhạc và [nhã] [nhạc]"


def test_chinese_runs_are_marked_whole():
    assert marked("在顺化市", "顺化市", "zh-hans") == "在[顺化市]"


def test_the_part_that_answers_is_shown():
    long = "Mở đầu câu chuyện. " * 100 + "Nhã nhạc cung đình Huế. " + "Kết thúc. " * 100

    found = marked(long, "nha nhac")

    assert "[Nhã] [nhạc] cung đình" in found
    assert len(found) < 260


def test_no_record_can_carry_a_tag_or_forge_a_mark():
    html = to_html(excerpt("<script>x</script> \ue000đường & dương", read("đường"), "vi"))

    assert html == "&lt;script&gt;x&lt;/script&gt; <mark>đường</mark> &amp; dương"


def test_plain_words_carry_no_mark():
    assert to_text(excerpt("đường", read("duong"), "vi")) == "đường"
