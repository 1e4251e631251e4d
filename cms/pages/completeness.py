"""What a page still lacks before it can be handed in (HUE-22), and what no draft may hold."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from cms.core import clock
from cms.moderation.models import Missing

from .alt_texts import images_in


def refuse_the_impossible(page: Any) -> None:
    """What is wrong even in a draft: a day that has not come, an author both named and unknown."""
    errors = {}
    if page.activity_date and page.activity_date > clock.today():
        errors["activity_date"] = _("This day has not come yet: give the day on which it happened.")
    if page.author_text and page.author_unknown:
        errors["author_unknown"] = _("Give the author, or tick “author unknown”: not both.")
    if errors:
        raise ValidationError(errors)


def missing(page: Any) -> list[Missing]:
    """All that is missing, in the order of the editor."""
    return [*texts(page), *metadata(page), *pictures(page)]


def texts(page: Any) -> list[Missing]:
    asked = {
        "intro": _("Write the standfirst: one or two sentences."),
        "body": _("Write the text."),
        "image": _("Choose the picture."),
        "caption": _("Write the caption: what, where, when."),
        "number": _("Give the number of the document."),
        "issued_on": _("Give the day on which it was issued."),
        "released_on": _("Give the day of the release."),
        "said": _("Say in neutral words what was said."),
        "said_where": _("Say where it was said."),
        "said_on": _("Give the day on which it was said."),
        "verdict": _("Choose the verdict on what was said."),
        "ground": _("Say on what ground the answer stands."),
        "done": _("Say what was done."),
        "issuer_name": _("Give the issuer as it was named on that day."),
    }
    return [Missing(field, asked[field]) for field in page.required if field in asked and not is_given(page, field)]


def is_given(page: Any, field: str) -> bool:
    given = getattr(page, field)
    return any(map(has_words, given)) if field == "body" else bool(given)


def has_words(block: Any) -> bool:
    """An empty block of text is no text."""
    return not isinstance(block.value, RichText) or bool(strip_tags(block.value.source).strip())


def metadata(page: Any) -> list[Missing]:
    asked = {
        "source_agency": (page.source_agency_id, _("Choose the agency that supplies it.")),
        "author_text": (page.author_text or page.author_unknown, _("Name the author, or tick “author unknown”.")),
        "activity_date": (page.activity_date, _("Give the date of the activity.")),
        "themes": (page.themes.all(), _("Choose at least one theme.")),
        "rights_line": (page.rights_line, _("Say who holds the rights.")),
    }
    return [Missing(field, text) for field, (given, text) in asked.items() if field in page.required and not given]


def pictures(page: Any) -> list[Missing]:
    """Every picture shown has an alternative text and a credit line in the page's language (or in Vietnamese)."""
    found = []
    for field, image in images_in(page):
        language = page.locale.language_code.replace("-", "_")
        if not (getattr(image, f"alt_text_{language}", "") or image.alt_text_vi):
            found.append(Missing(field, _("The picture “%(title)s” has no alternative text.") % {"title": image.title}))
        if not (getattr(image, f"credit_{language}", "") or image.credit_vi):
            found.append(Missing(field, _("The picture “%(title)s” has no credit line.") % {"title": image.title}))
    return found
