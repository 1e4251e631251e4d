"""The first screen after signing in: what waits for this person, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from . import queue, waiting
from .choices import WAITING, Event, State
from .models import ItemStatus, ProposedChange, Step

A_LIST = 6


@dataclass
class Section:
    """One thing to do, with the items that wait for it."""

    name: str
    title: Any
    url: str
    count: int
    rows: list[Any]
    tells_holder: bool = False


def sections(user: Any) -> list[Section]:
    """Only what there is something of; the most urgent first."""
    asked = [
        ("screen", _("To screen for secrets"), waiting.to_screen(user), reverse("review:screening")),
        ("mend", _("Returned to you"), waiting.to_mend(user), link("mine", state="returned")),
        ("approve", _("To approve"), waiting.to_approve(user), link("mine", state="appraised")),
        ("appraise", _("You are appraising"), waiting.to_appraise(user), link("mine", state="in_appraisal")),
        ("free", _("To take for appraisal"), waiting.free_to_take(user), link("mine", state="agency_cleared")),
        ("clear", _("To clear for your agency"), waiting.to_clear(user), link("mine", state="submitted")),
        ("drafts", _("Your drafts"), waiting.drafts_of(user), link("followed", state="draft")),
        ("followed", _("Handed in by you"), on_its_way(user), link("followed")),
    ]
    numbers = counts(asked)
    return [section(user, *each, numbers[each[0]]) for each in asked if numbers[each[0]]]


def on_its_way(user: Any) -> Q:
    return (waiting.handed_in_by(user) & Q(state__in=WAITING)) | (
        waiting.followed_by(user) & Q(state=State.QUARANTINED)
    )


def link(tab: str, **filters: str) -> str:
    return reverse("review:queue") + "?tab=" + tab + "".join(f"&{name}={value}" for name, value in filters.items())


def counts(asked: list[Any]) -> dict[str, int]:
    """How many of each, in one query."""
    return ItemStatus.objects.aggregate(**{name: Count("pk", filter=rule) for name, title, rule, url in asked})


def section(user: Any, name: str, title: Any, rule: Q, url: str, count: int) -> Section:
    statuses = queue.in_order(ItemStatus.objects.filter(rule))[:A_LIST]
    rows = [queue.Row(status, user) for status in statuses]
    if name == "mend":
        tell_reasons(rows)
    if name == "screen":
        for row in rows:
            row.address = reverse("review:screening_case", args=[row.status.pk])
    return Section(name, title, url, count, rows, tells_holder=name == "followed")


def tell_reasons(rows: list[Any]) -> None:
    """Beside each returned item: why, and how many notes stand beside its fields."""
    numbers = [row.status.pk for row in rows]
    returns = Step.objects.filter(status__in=numbers, event__in=[Event.RETURN, Event.AGENCY_RETURN])
    last = {step.status_id: step for step in returns.annotate(note_count=Count("notes"))}
    for row in rows:
        if step := last.get(row.status.pk):
            row.reason, row.notes = step.reason, step.note_count


class WaitingPanel(Component):
    """What waits, as one panel of the home screen."""

    name = "waiting"
    template_name = "moderation/home.html"
    order = 10

    def __init__(self, *, stands_alone: bool = True) -> None:
        self.stands_alone = stands_alone

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        changes = ProposedChange.objects.to_decide(user).select_related("proposed_by", "content_type")
        shown = {"sections": sections(user), "changes": changes[:A_LIST], "number": changes.count()}
        return {**shown, "stands_alone": self.stands_alone, "user": user}
