"""What may be done with an item from outside its review: call it back, withdraw, restore, lay it away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.text import format_lazy

from .choices import Event
from .decisions import CHOICES
from .models import ItemStatus
from .permissions import may, seat_for
from .transitions import allows

ICONS = {Event.RECALL: "rotate", Event.WITHDRAW: "no-view", Event.RESTORE: "view", Event.ARCHIVE: "folder-inverse"}


@dataclass(frozen=True)
class Way:
    """A line of a menu that leads to the review screen, where a reason is given and the step confirmed."""

    event: Event
    label: Any
    url: str

    @property
    def icon(self) -> str:
        return ICONS[self.event]


def ways(page: Any, user: Any, status: ItemStatus) -> list[Way]:
    """What this person may do with the page as things stand, and nothing else."""
    return [way(event, page) for event in ICONS if may(event, status, user)]


def likely_ways(page: Any, user: Any, status: ItemStatus) -> list[Way]:
    """The same for a row of a list: who wrote in a withdrawn text is asked on its review screen, not row by row."""
    if allows(status.state, Event.RESTORE) and seat_for(Event.RESTORE, status, user):
        return [way(event, page) for event in ICONS if event is Event.RESTORE or may(event, status, user)]
    return ways(page, user, status)


def way(event: Event, page: Any) -> Way:
    """Straight to the form in which it is confirmed."""
    place = "decision" if event is Event.RECALL else "keeping"
    return Way(event, format_lazy("{}…", CHOICES[event].label), f"{address(page)}?do={event}#{place}")


def address(page: Any, name: str = "item") -> str:
    """A screen of the review about this page."""
    kind = ContentType.objects.get_for_model(page)
    return reverse(f"review:{name}", args=[kind.pk, page.pk])
