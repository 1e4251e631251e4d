"""The kinds of records as readers see them: a word, and the rhythm of a light beside it."""

from django.utils.translation import gettext as _

RHYTHMS = {
    "article": "article",
    "image": "picture",
    "gallery": "picture",
    "legal": "legal",
    "statement": "answer",
    "release": "press",
}


def kind_name(kind: str) -> str:
    """The word for a kind."""
    words = {
        "article": _("Article"),
        "image": _("Picture"),
        "gallery": _("Picture set"),
        "legal": _("Legal document"),
        "statement": _("Clarification"),
        "release": _("Press release"),
        "pressroom": _("Press room"),
        "spokespersons": _("Spokespersons"),
        "accounts": _("Official accounts"),
        "help": _("Guidance"),
        "section": _("Section"),
    }
    return words.get(kind, "")


def rhythm(kind: str) -> str:
    """Which light stands for it."""
    return RHYTHMS.get(kind, "data")
