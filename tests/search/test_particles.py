import pytest

from search.particles import weighty
from search.questions import read


def asked(typed):
    return [" ".join(word.folded for term in group for word in term.words) for group in weighty(read(typed).wanted)]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("where is the lighthouse", ["lighthouse"]),
        ("làm sao để ghi nguồn ảnh", ["ghi", "nguon", "anh"]),
        ("Sở Thông tin và Truyền thông", ["so", "thong", "tin", "truyen"]),
    ],
)
def test_words_that_only_hold_a_sentence_together_are_not_asked_for(typed, kept):
    assert asked(typed) == kept


@pytest.mark.parametrize("typed", ["van hoa the thao", "my nghe", "vì sao", "the who", "muối là gì"])
def test_what_may_be_a_word_with_a_meaning_is_asked_for(typed):
    assert len(asked(typed)) == len(typed.split())


def test_in_a_phrase_and_between_or_each_word_counts():
    assert asked('"where is the lighthouse"') == ["where is the lighthouse"]
    assert asked("the OR lighthouse keeper") == ["the lighthouse", "keeper"]
