"""Both catalogues are complete: no string without a translation, no placeholder lost, and Vietnamese in our words."""

import re
import unicodedata
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "locale").glob("??/LC_MESSAGES/*.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
WORD = re.compile(r"[^\W\d_]{2,}")
FORBIDDEN = re.compile(r"quý vị|hệ thống|vui lòng|!", re.IGNORECASE)
NEW_TONE_PLACEMENT = re.compile(r"(?<!q)(o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\w)", re.IGNORECASE)
FORMS = {"vi": "nplurals=1; plural=0;", "en": "nplurals=2; plural=(n != 1);"}


@pytest.fixture(params=CATALOGUES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def catalogue(request):
    return polib.pofile(str(request.param))


@pytest.fixture(params=[path for path in CATALOGUES if path.parts[-3] == "vi"], ids=lambda path: path.stem)
def vietnamese(request):
    return polib.pofile(str(request.param))


def sources(entry):
    """The forms of the source; Vietnamese has one form and may follow either."""
    return [form for form in (entry.msgid, entry.msgid_plural) if form]


def texts(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def bare(text):
    """The words alone, without placeholders and tags."""
    return TAG.sub(" ", PLACEHOLDER.sub(" ", text))


def ends(text):
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def differing(catalogue, parts):
    """Sources whose translation has other parts than any form of the source."""
    return [
        entry.msgid
        for entry in catalogue
        for text in texts(entry)
        if all(parts(text) != parts(form) for form in sources(entry))
    ]


def test_there_is_a_catalogue_for_each_language_of_the_screens():
    assert {path.parts[-3] for path in CATALOGUES} == {"en", "vi"}


def test_every_string_is_translated(catalogue):
    wanting = catalogue.untranslated_entries() + catalogue.fuzzy_entries() + catalogue.obsolete_entries()

    assert [entry.msgid for entry in wanting] == []


def test_placeholders_survive(catalogue):
    assert differing(catalogue, lambda text: set(PLACEHOLDER.findall(text))) == []


def test_tags_survive(catalogue):
    assert differing(catalogue, lambda text: sorted(TAG.findall(text))) == []


def test_white_space_at_the_ends_is_kept(catalogue):
    assert differing(catalogue, ends) == []


def test_plural_forms_are_those_of_the_language(catalogue):
    forms = FORMS[catalogue.metadata["Language"]]
    number = int(forms[len("nplurals=")])

    assert catalogue.metadata["Plural-Forms"] == forms
    assert [e.msgid for e in catalogue if e.msgid_plural and set(e.msgstr_plural) != set(range(number))] == []


def test_text_is_nfc(catalogue):
    composed = [unicodedata.is_normalized("NFC", text) for entry in catalogue for text in texts(entry)]

    assert all(composed)


def test_tones_stand_in_the_old_place(vietnamese):
    assert [text for entry in vietnamese for text in texts(entry) if NEW_TONE_PLACEMENT.search(text)] == []


def test_the_tone_is_plain(vietnamese):
    assert [text for entry in vietnamese for text in texts(entry) if FORBIDDEN.search(text)] == []


def test_no_vietnamese_repeats_its_english(vietnamese):
    repeated = [entry.msgid for entry in vietnamese for text in texts(entry) if text in sources(entry)]

    assert [msgid for msgid in repeated if WORD.search(bare(msgid))] == []


def test_no_vietnamese_word_is_in_capitals(vietnamese):
    """Abbreviations come from the source; every other word keeps its small letters."""
    shouted = [
        word
        for entry in vietnamese
        for text in texts(entry)
        for word in WORD.findall(bare(text))
        if word.isupper() and not any(word in form for form in sources(entry))
    ]

    assert shouted == []


def test_names_of_tables_and_fields_begin_with_a_small_letter(vietnamese):
    """Names of models and fields stand inside sentences; a name that is always written large says so by itself."""
    large = ("Ủy ban", "Mặt trận")
    raised = [
        text
        for entry in vietnamese
        for text in texts(entry)
        if entry.msgid[0].islower() and text[0].isupper() and not text.startswith(large)
    ]

    assert raised == []
