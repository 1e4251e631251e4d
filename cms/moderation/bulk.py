"""One decision on several items: each stands or falls alone, and each gets an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import services
from .models import ItemStatus

ACTIONS: dict[str, Callable[..., Any]] = {
    "take": services.take,
    "clear": services.clear,
    "approve": services.approve,
}
LABELS = {
    "take": gettext_lazy("Take for appraisal"),
    "clear": gettext_lazy("Clear for the agency"),
    "approve": gettext_lazy("Approve"),
}
OWES_A_SECOND_LOOK = {"clear", "approve"}


@dataclass(frozen=True)
class Answer:
    """What became of one item."""

    status: ItemStatus
    is_done: bool
    sentence: str
    is_barred: bool = False


def decide(statuses: Iterable[ItemStatus], action: str, *, by: Any) -> list[Answer]:
    """Do it item by item; a refusal stops nothing but that item. What waited for another is tried again after it."""
    answers = [answer(status, ACTIONS[action], by) for status in statuses]
    return [answer(each.status, ACTIONS[action], by) if each.is_barred else each for each in answers]


def answer(status: ItemStatus, service: Callable[..., Any], by: Any) -> Answer:
    try:
        service(status.item, by=by)
    except (ValidationError, PermissionDenied) as refusal:
        said = " ".join(getattr(refusal, "messages", None) or [str(refusal)])
        return Answer(status, False, said, is_barred=isinstance(refusal, services.Barred))
    status.refresh_from_db()
    return Answer(status, True, _("Done: “%(state)s”.") % {"state": status.get_state_display()})
