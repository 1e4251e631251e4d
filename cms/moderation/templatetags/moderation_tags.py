"""Small parts of the staff's screens."""

from typing import Any

from django import template
from django.utils.html import format_html

from cms.deadlines.templatetags.deadline_tags import deadline

from .. import handing_in, looks, queue, returns
from ..choices import State
from ..outdated import outdated_translations

register = template.Library()
register.simple_tag(handing_in.may_hand_in)
register.simple_tag(deadline)


@register.simple_tag
def state(status: Any) -> str:
    """The lamp and the word of a state."""
    return format_html('<span class="hd-state {}">{}</span>', looks.lamp(status.state), State(status.state).label)


@register.simple_tag
def rhythm(kind: str) -> str:
    """The light of a kind; the word stands beside it."""
    return format_html('<span class="hd-rhythm hd-rhythm--{}" aria-hidden="true"></span>', kind)


@register.filter
def choices(offer: Any, group: str) -> list[Any]:
    """The buttons of one group."""
    return offer.group(group)


@register.inclusion_tag("moderation/parts/note_box.html")
def note_box(form: Any, row: Any) -> dict[str, Any]:
    """A note to the author beside one field."""
    return {"key": row.key, "label": row.label, "text": form.notes.get(row.key, "")}


@register.simple_tag
def holder(status: Any, user: Any) -> str:
    """Who must act next on an item."""
    return queue.Row(status, user).holder if status.pk else ""


@register.simple_tag
def status_deadline(status: Any) -> str:
    """The deadline of an item that is under way."""
    return deadline(queue.Row(status, None).due)


@register.simple_tag
def note_label(item: Any, note: Any) -> str:
    """Which field a note is about."""
    return returns.field_label(item, note.field)


@register.inclusion_tag("moderation/parts/translation_bar.html")
def translation_bar(item: Any, user: Any) -> dict[str, Any]:
    """Where a translation stands, above the editor in which it is typed."""
    status = item.status
    translation = handing_in.translation_of(item)
    since = outdated_translations({item.translation_key})
    return {
        "item": item,
        "status": status,
        "who": holder(status, user),
        "progress": translation.get_progress() if translation else None,
        "outdated": since.get((item.translation_key, item.locale.language_code)),
        "ready": handing_in.may_hand_in(status, user),
        "notes": returns.last_return(status),
    }


@register.inclusion_tag("moderation/parts/translation_actions.html")
def translation_actions(translation: Any, item: Any, user: Any) -> dict[str, Any]:
    """What may be done with a translation; handing it in comes first."""
    status = item.status
    return {
        "translation": translation,
        "item": item,
        "status": status,
        "rights": item.permissions_for_user(user),
        "ready": handing_in.may_hand_in(status, user),
    }
