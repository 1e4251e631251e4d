"""Both catalogues are complete: no string without a translation, no placeholder lost, nothing in capitals."""

import re
import unicodedata
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "locale").glob("??/LC_MESSAGES/*.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@pytest.fixture(params=CATALOGUES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def catalogue(request):
    return polib.pofile(str(request.param))


def test_every_string_is_translated(catalogue):
    assert [entry.msgid for entry in catalogue.untranslated_entries() + catalogue.fuzzy_entries()] == []


def test_placeholders_survive(catalogue):
    lost = [
        entry.msgid
        for entry in catalogue.translated_entries()
        if entry.msgstr and set(PLACEHOLDER.findall(entry.msgid)) != set(PLACEHOLDER.findall(entry.msgstr))
    ]

    assert lost == []


def test_text_is_nfc(catalogue):
    assert [entry.msgid for entry in catalogue if entry.msgstr != unicodedata.normalize("NFC", entry.msgstr)] == []
