"""Which languages there are: of the interface, of the content, and those the tables have a column for.

The content's languages are configuration (HAIDANG_LANGUAGES). Tables hold a column for every language the archive is
ready for, so that switching one on changes no table.
"""

from .environment import Environment

NAMES = {
    "vi": "Tiếng Việt",
    "en": "English",
    "fr": "Français",
    "zh-hans": "简体中文",
    "ja": "日本語",
    "ko": "한국어",
    "lo": "ລາວ",
}
KNOWN_LANGUAGES = tuple(NAMES)


def named(codes: list[str]) -> list[tuple[str, str]]:
    """Codes with the name each language calls itself."""
    return [(code, NAMES[code]) for code in codes]


CONTENT_LANGUAGES = named(Environment().languages)
INTERFACE_LANGUAGES = CONTENT_LANGUAGES
