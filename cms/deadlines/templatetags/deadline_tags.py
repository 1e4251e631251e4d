"""A deadline on screen."""

from django import template
from django.utils.html import format_html
from django.utils.text import capfirst

from ..models import Deadline
from ..words import Told
from ..words import told as told_now

register = template.Library()


@register.simple_tag
def deadline(told: Told | None) -> str:
    """What is left, then the last minute in which it is kept."""
    if told is None:
        return ""
    tone = f" hd-due--{told.tone}" if told.tone else ""
    return format_html(
        '<div class="hd-due{}"><b>{}</b><small>{}</small></div>', tone, capfirst(told.left), told.instant
    )


@register.simple_tag
def clock_deadline(clock: Deadline) -> str:
    """The deadline of a clock as it stands."""
    return deadline(told_now(clock))
