"""Small parts of the screens of dossiers."""

from typing import Any

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.moderation.looks import LANGUAGES

from .. import looks
from ..choices import State

register = template.Library()


@register.simple_tag
def dossier_state(dossier: Any) -> SafeString:
    """The lamp and the word of a dossier's state."""
    return format_html('<span class="hd-state {}">{}</span>', looks.lamp(dossier.state), State(dossier.state).label)


@register.simple_tag
def told(deadline: Any, name: str = "") -> SafeString:
    """A clock in words: what is left, then until when."""
    tone = f" hd-due--{deadline.tone}" if deadline.tone else ""
    small = f"{name}: {deadline.instant}" if name else deadline.instant
    return format_html('<div class="hd-due{}"><b>{}</b><small>{}</small></div>', tone, deadline.left, small)


@register.filter
def words(row: Any, field: str) -> SafeString:
    """A text of a row, unless it is set apart for screening."""
    if row.is_withheld:
        return format_html('<span class="hd-state hd-state--locked">{}</span>', _("Under review"))
    return linebreaksbr(getattr(row, field), autoescape=True)


@register.filter
def language_name(code: str) -> str:
    """A language by its name in the reader's."""
    return str(LANGUAGES.get(code, code))


@register.inclusion_tag("clarification/parts/file.html")
def dossier_file(file: Any) -> dict[str, Any]:
    """A file to be fetched, with its hash; or the word that it is under review."""
    return {"file": file}
