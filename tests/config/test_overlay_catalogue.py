"""The Vietnamese we lay over the packages' own catalogues: complete, faithful to its source, in our words."""

import re
import unicodedata
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest

OVERLAY = Path(__file__).resolve().parents[2] / "locale" / "overlay" / "vi" / "LC_MESSAGES"

# Every package whose screens our roles see, with the domain of its words and a language that lists them all.
PACKAGES = [
    ("allauth", "django", "en"),
    ("axes", "django", "de"),
    ("django.contrib.auth", "django", "en"),
    ("taggit", "django", "en"),
    ("wagtail", "django", "en"),
    ("wagtail.admin", "django", "en"),
    ("wagtail.admin", "djangojs", "en"),
    ("wagtail.contrib.redirects", "django", "en"),
    ("wagtail.contrib.settings", "django", "en"),
    ("wagtail.contrib.table_block", "django", "en"),
    ("wagtail.contrib.typed_table_block", "django", "en"),
    ("wagtail.documents", "django", "en"),
    ("wagtail.embeds", "django", "en"),
    ("wagtail.images", "django", "en"),
    ("wagtail.locales", "django", "en"),
    ("wagtail.search", "django", "en"),
    ("wagtail.sites", "django", "en"),
    ("wagtail.snippets", "django", "en"),
    ("wagtail.users", "django", "en"),
    ("wagtail_localize", "django", "en"),
    ("wagtail_localize", "djangojs", "en"),
    ("wagtail_localize.locales", "django", "en"),
]

# allauth keeps one catalogue for all its apps; these of them are not installed.
NOT_INSTALLED = re.compile(r"(templates/)?(headless|idp|openid|socialaccount)/")

# Names are written alike in both languages.
NAMES = {"Taggit", "WebAuthn"}

# The one abbreviation of our own: Chủ nhật in a calendar's head.
ABBREVIATIONS = {"CN"}

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{[^{}]*\}")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
WORD = re.compile(r"[^\W\d_]{2,}")
FORBIDDEN = re.compile(r"quý vị|hệ thống|vui lòng|!", re.IGNORECASE)
NEW_TONE_PLACEMENT = re.compile(r"(?<!q)(o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\w)", re.IGNORECASE)


def read(domain):
    return polib.pofile(str(OVERLAY / f"{domain}.po"))


ENTRIES = [entry for domain in ("django", "djangojs") for entry in read(domain)]


def vietnamese(entry):
    return entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr


def english(entry):
    """The forms of the source; Vietnamese has one form and may follow either."""
    return [form for form in (entry.msgid, entry.msgid_plural) if form]


def bare(text):
    """The words alone, without placeholders and tags."""
    return TAG.sub(" ", PLACEHOLDER.sub(" ", text))


def source_entries(package, domain, language):
    """What the package itself asks translators for, read from one of its catalogues."""
    folder = Path(find_spec(package).submodule_search_locations[0])
    catalogue = polib.pofile(str(folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po"))
    return [entry for entry in catalogue if not entry.obsolete and is_installed(entry)]


def is_installed(entry):
    places = [place for place, line in entry.occurrences]
    return not places or not all(NOT_INSTALLED.match(place) for place in places)


@pytest.mark.parametrize(("package", "domain", "language"), PACKAGES)
def test_every_string_of_the_package_has_vietnamese(package, domain, language):
    ours = {(entry.msgctxt, entry.msgid) for entry in read(domain)}

    missing = [
        entry.msgid
        for entry in source_entries(package, domain, language)
        if (entry.msgctxt, entry.msgid) not in ours and entry.msgid not in NAMES
    ]

    assert missing == []


def test_every_entry_is_translated():
    empty = [entry.msgid for entry in ENTRIES if not vietnamese(entry).strip() or entry.fuzzy or entry.obsolete]

    assert empty == []


def test_no_entry_repeats_its_english():
    repeated = [
        entry.msgid
        for entry in ENTRIES
        if vietnamese(entry) in english(entry) and entry.msgid not in NAMES and WORD.search(bare(entry.msgid))
    ]

    assert repeated == []


def test_placeholders_agree_with_the_source():
    def agree(entry):
        ours = set(PLACEHOLDER.findall(vietnamese(entry)))
        return any(ours == set(PLACEHOLDER.findall(form)) for form in english(entry))

    assert [entry.msgid for entry in ENTRIES if not agree(entry)] == []


def test_tags_agree_with_the_source():
    def agree(entry):
        ours = sorted(TAG.findall(vietnamese(entry)))
        return any(ours == sorted(TAG.findall(form)) for form in english(entry))

    assert [entry.msgid for entry in ENTRIES if not agree(entry)] == []


def test_white_space_at_the_ends_is_kept():
    def ends(text):
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    assert [entry.msgid for entry in ENTRIES if ends(vietnamese(entry)) != ends(entry.msgid)] == []


def test_vietnamese_has_one_plural_form():
    forms = {read(domain).metadata["Plural-Forms"] for domain in ("django", "djangojs")}

    assert forms == {"nplurals=1; plural=0;"}
    assert [entry.msgid for entry in ENTRIES if entry.msgid_plural and set(entry.msgstr_plural) != {0}] == []


def test_text_is_composed_and_tones_stand_in_the_old_place():
    texts = [vietnamese(entry) for entry in ENTRIES]

    assert [text for text in texts if not unicodedata.is_normalized("NFC", text)] == []
    assert [text for text in texts if NEW_TONE_PLACEMENT.search(text)] == []


def test_the_tone_is_plain():
    assert [vietnamese(entry) for entry in ENTRIES if FORBIDDEN.search(vietnamese(entry))] == []


def test_no_vietnamese_word_is_in_capitals():
    """Abbreviations come from the source; every other word keeps its small letters."""
    shouted = [
        word
        for entry in ENTRIES
        for word in WORD.findall(bare(vietnamese(entry)))
        if word.isupper() and word not in ABBREVIATIONS and not any(word in form for form in english(entry))
    ]

    assert shouted == []


def test_entries_stand_in_order_and_once():
    for domain in ("django", "djangojs"):
        keys = [(entry.msgid.casefold(), entry.msgid, entry.msgctxt or "") for entry in read(domain)]

        assert keys == sorted(set(keys))
