import pytest

from search.questions import MAX_WORDS, read, with_letters


def words(question):
    return [[[word.folded for word in term.words] for term in group] for group in question.wanted]


def test_words_are_wanted_one_by_one():
    assert words(read("Đắk Lắk")) == [[["dak"]], [["lak"]]]


def test_quotation_marks_make_a_phrase():
    question = read('"nhã nhạc" Huế')

    assert words(question) == [[["nha", "nhac"]], [["hue"]]]
    assert question.wanted[0][0].is_phrase


def test_or_joins_two_words_into_one_wish():
    assert words(read("nhạc OR đường")) == [[["nhac"], ["duong"]]]


@pytest.mark.parametrize("typed", ["huế -cũ", "huế NOT cũ", 'huế -"cũ"'])
def test_a_minus_leaves_a_word_out(typed):
    assert [term.words[0].folded for term in read(typed).unwanted] == ["cu"]


def test_long_questions_are_cut_and_say_so():
    question = read(" ".join(f"w{number}" for number in range(50)))

    assert len(question.wanted) == MAX_WORDS
    assert question.was_cut


def test_what_holds_no_word_is_an_empty_question():
    assert read("((( *** ???").is_empty
    assert not read("huế").is_empty


def test_keys_of_a_keyboard_become_letters():
    assert words(with_letters(read("ddawks lawks"))) == [[["dak"]], [["lak"]]]
    assert with_letters(read("hello music")) is None
