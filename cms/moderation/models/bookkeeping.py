"""The item's row follows its revisions: title, agency and language of the latest draft."""

from typing import Any

from ..choices import State
from ..querysets import base_type
from ..signals import text_amended
from .status import ItemStatus


def new_status(item: Any) -> ItemStatus:
    """The row of an item that has none yet; not saved."""
    return ItemStatus(
        base_content_type=base_type(item),
        content_type=item.get_content_type(),
        object_id=str(item.pk),
        title=str(item)[:600],
        language=item.locale.language_code if getattr(item, "locale_id", None) else "vi",
        agency_id=item.source_agency_id,
    )


def follow_revision(status: ItemStatus, item: Any, user: Any) -> None:
    """Keep what the queue shows in step with the latest text; an appraiser's own words send it through again."""
    latest = new_status(item)
    status.title, status.agency_id, status.language = latest.title, latest.agency_id, latest.language
    amended = status.state == State.IN_APPRAISAL
    status.save()
    if amended:
        text_amended.send(sender=type(item), status=status, by=user)
