"""Which text of a part stands."""

from __future__ import annotations

from django.utils import timezone

from ..models import DossierPart, PartVersion
from .recording import keep


def stand(part: DossierPart, written: PartVersion) -> None:
    """Let a text be the text of its part."""
    for name, text in written.all_texts.items():
        setattr(part, name, text)
    part.version, part.is_finished = written.number, written.is_finished
    part.changed_at, part.changed_by = timezone.now(), written.by
    keep(part)


def release_text(written: PartVersion) -> None:
    """What was released from screening becomes the text of its part, if nobody has written there since."""
    part = DossierPart.objects.select_for_update(of=("self",)).get(pk=written.part_id)
    if part.version == written.based_on:
        written.number = part.version + 1
        PartVersion._base_manager.filter(pk=written.pk).update(number=written.number)
        stand(part, written)
