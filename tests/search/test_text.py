import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text import WORD, analyse, clean, decode_keystrokes, fold, numbers, spell, squeezed, tokens, written

LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
VIETNAMESE = st.text(alphabet=LETTERS + LETTERS.upper() + " ,.-/0123456789", max_size=60)


@given(st.text(max_size=80))
def test_any_text_can_be_analysed(text):
    analysed = analyse(text)

    assert "\x00" not in analysed.exact
    assert len(analysed.exact.split(" ")) == len(analysed.folded.split(" "))


@given(VIETNAMESE)
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_a_folded_text_is_plain_ascii(text):
    assert fold(text).isascii()


@given(VIETNAMESE)
def test_composed_and_decomposed_letters_are_one_spelling(text):
    composed, decomposed = (analyse(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))

    assert composed == decomposed


@given(VIETNAMESE)
def test_case_changes_nothing(text):
    assert analyse(text.upper()) == analyse(text.lower())


@given(VIETNAMESE)
def test_tokens_stand_where_they_say(text):
    text = clean(text)

    assert [text[token.start : token.end] for token in tokens(text)] == WORD.findall(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà thuý uỷ khoẻ", "hòa thúy ủy khỏe"),
        ("UỶ BAN", "Ủy ban"),
        ("Mỹ kỹ lý quý", "Mĩ kĩ lí quí"),
        ("tòan", "toàn"),
    ],
)
def test_old_and_new_tone_placement_and_i_and_y_are_one_spelling(one, other):
    assert analyse(one) == analyse(other)


@pytest.mark.parametrize(("one", "other"), [("thuý", "thúi"), ("tay", "tai"), ("đường", "dường"), ("ma", "mã")])
def test_different_words_stay_different_when_exact(one, other):
    assert analyse(one).exact != analyse(other).exact


def test_marks_and_strokes_are_folded_away():
    assert fold("ĐẮK LẮK, đường biên giới") == "dak lak duong bien gioi"


def test_neighbours_are_kept_as_pairs():
    assert analyse("nhã nhạc Huế").pairs == "nha_nhac nhac_hue"


def test_scripts_without_spaces_become_overlapping_pairs():
    assert analyse("顺化市").folded == "顺化 化市 市"


def test_invisible_characters_part_no_word():
    assert fold("Đắk\u200b Lắk so\u00adft \x00x") == "dak lak soft x"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("69/2021/QĐ-UBND", ["69/2021", "69/2021/qd-ubnd"]),
        ("QD 69 2021", ["69/2021"]),
        ("qđ 69/2021", ["69/2021"]),
        ("2930/QĐ-UBND", ["2930/qd-ubnd"]),
        ("69 trang năm 2021", []),
    ],
)
def test_legal_numbers_are_read_in_every_form(text, found):
    assert numbers(text) == found


def test_accession_numbers_are_squeezed():
    assert squeezed("HĐ-2026/00012") == squeezed("hd 2026 00012") == "hd202600012"


@pytest.mark.parametrize(("keys", "word"), [("ddawks", "đắk"), ("d9a81k", "đắk"), ("hue61", "huế"), ("nha4", "nhã")])
def test_keystrokes_become_letters(keys, word):
    assert spell(decode_keystrokes(keys)) == spell(word)


@pytest.mark.parametrize("word", ["music", "2021", "citadel"])
def test_words_that_are_no_keystrokes_stay(word):
    assert decode_keystrokes(word) is None


@pytest.mark.parametrize(
    "word", ["đắk", "huế", "nhã", "hòa", "thủy", "quý", "giá", "toàn", "đường", "người", "khuyến", "gì", "mũi", "hue"]
)
def test_an_exact_form_is_written_as_people_write_it(word):
    assert written(spell(word)[0]) == word.replace("quý", "quí")
