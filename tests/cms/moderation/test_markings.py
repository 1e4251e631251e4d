"""State-secret markings are found; ordinary words that share a syllable with them are left alone."""

from pathlib import Path

import pytest

from cms.moderation.markings import markings
from cms.sample.reading.secrecy import innocent_sentences, marked_texts

TEXTS = Path(__file__).parents[3] / "cms" / "sample" / "texts"
INNOCENT_IN_CAPITALS = [
    "MẬT ONG RỪNG SUỐI NGẦN",
    "QUY CHẾ BẢO MẬT THÔNG TIN",
    "DANH MỤC BÍ MẬT NHÀ NƯỚC",
    "MẬT ĐỘ DÂN SỐ NĂM 2025",
    "ĐỔI MẬT KHẨU LẦN ĐẦU",
    "BUỔI GẶP GỠ THÂN MẬT",
]
DISGUISED = [
    "M\u200bẬT",
    "T.U.Y.Ệ.T M.Ậ.T",
    "M Ậ T",
    "T Ố I  M Ậ T",
    "TO\u0302\u0301I MA\u0323\u0302T",
    "Hồ sơ “Tối mật” của phòng.",
    "Tối\u00a0mật",
]


@pytest.mark.parametrize("text", [*innocent_sentences(TEXTS), *INNOCENT_IN_CAPITALS])
def test_ordinary_words_raise_no_alarm(text):
    assert markings(text) == []


@pytest.mark.parametrize("text", [*marked_texts(TEXTS), *DISGUISED])
def test_every_marking_is_found(text):
    assert markings(text)


def test_a_table_of_single_letters_is_no_stamp():
    assert markings("A M Ậ T B C") == []
