"""Days as readers see them: figures in Vietnamese, words elsewhere, never a day more exact than what is known."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

FIGURES = {"day": "d.m.Y", "month": "m.Y", "year": "Y"}
WORDS = {"day": "j F Y", "month": "F Y", "year": "Y"}


def day(value: date | datetime | None, precision: str = "day") -> str:
    """A day in the reader's language: 21.11.2026 or 21 November 2026."""
    if value is None:
        return ""
    value = timezone.localtime(value) if isinstance(value, datetime) else value
    formats = FIGURES if get_language() == "vi" else WORDS
    return date_format(value, formats[precision], use_l10n=False)


def when(value: date | datetime | None, precision: str = "day") -> str:
    """A day as an element that machines can read as well."""
    if value is None:
        return ""
    local = timezone.localtime(value).date() if isinstance(value, datetime) else value
    known = {"day": 10, "month": 7, "year": 4}[precision]
    return format_html('<time datetime="{}">{}</time>', local.isoformat()[:known], day(value, precision))


def span(start: date | None, end: date | None, precision: str = "day") -> str:
    """From one day to another, or the one day."""
    if start is None or end is None or end == start:
        return when(start, precision)
    words = _("%(start)s to %(end)s") % {"start": "{}", "end": "{}"}
    return format_html(words, when(start, precision), when(end, precision))


def later_day(first: datetime | None, last: datetime | None) -> datetime | None:
    """The last change, where it came on a later day than the publication."""
    is_later = first and last and timezone.localdate(last) > timezone.localdate(first)
    return last if is_later else None
