"""The queue: items of every kind in one table, who holds them, when they are due, in which languages they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.core import clock
from cms.deadlines.words import Told, told_day

from . import looks, waiting
from .choices import WAITING, State
from .models import ItemStatus
from .siblings import Siblings

OPEN = (*WAITING, State.RETURNED)
PARTS = ("agency", "assignee", "submission__submitted_by")
TABS = {
    "mine": gettext_lazy("Waiting for me"),
    "late": gettext_lazy("Late"),
    "unit": gettext_lazy("My unit’s"),
    "all": gettext_lazy("All that waits"),
    "followed": gettext_lazy("Handed in by me"),
}


@dataclass(frozen=True)
class Tab:
    """A view of the queue, with how much is in it."""

    name: str
    label: Any
    count: int


@dataclass
class Row:
    """One item as the table shows it."""

    status: ItemStatus
    user: Any
    siblings: list[Any] = field(default_factory=list)
    address: str = ""
    reason: str = ""
    notes: int = 0

    @property
    def model(self) -> Any:
        return ContentType.objects.get_for_id(self.status.content_type_id).model_class()

    @property
    def kind(self) -> str:
        """The kind of item; a translation says so."""
        name = str(self.model._meta.verbose_name)
        if self.status.language == "vi":
            return name[:1].upper() + name[1:]
        language = dict(looks.content_languages()).get(self.status.language, self.status.language)
        return _("%(kind)s, translation into %(language)s") % {
            "kind": name[:1].upper() + name[1:],
            "language": language,
        }

    @property
    def rhythm(self) -> str:
        return looks.rhythm(self.model)

    @property
    def url(self) -> str:
        return self.address or reverse("review:item", args=[self.status.content_type_id, self.status.object_id])

    @property
    def due(self) -> Told | None:
        return told_day(self.status.due_on) if self.status.state in OPEN else None

    @property
    def is_late(self) -> bool:
        return bool(self.due and self.due.is_late)

    @property
    def is_mine(self) -> bool:
        return self.status.assignee_id == self.user.pk

    @property
    def is_hidden(self) -> bool:
        return waiting.is_hidden(self.status.state) and not self.address

    @property
    def holder(self) -> str:
        """Who must act next."""
        status = self.status
        if status.state == State.IN_APPRAISAL:
            return self.appraiser
        words = {
            State.SUBMITTED: _("The lead of the agency"),
            State.AGENCY_CLEARED: _("Nobody has taken it"),
            State.APPRAISED: _("The director"),
            State.RETURNED: str(status.submission.submitted_by) if status.submission else "",
            State.DRAFT: _("Its author"),
        }
        return words.get(State(status.state), "")

    @property
    def appraiser(self) -> str:
        since = since_when(self.status.claimed_at)
        if self.is_mine:
            return _("You, since %(time)s") % {"time": since}
        return _("%(person)s, since %(time)s") % {"person": self.status.assignee, "time": since}

    @property
    def lacks(self) -> list[str]:
        """What the one who judges should know is missing."""
        return [lack for sibling in self.siblings if (lack := sibling.lack)]


def since_when(moment: Any) -> str:
    """The hour on the same day, else the day."""
    if not moment:
        return ""
    local = timezone.localtime(moment, clock.VIET_NAM)
    return date_format(local, "H:i" if local.date() == clock.today() else "d.m", use_l10n=False)


def tab_rules(user: Any) -> dict[str, Q]:
    """What belongs into each tab."""
    is_open = Q(state__in=OPEN)
    return {
        "mine": waiting.for_me(user),
        "late": Q(state__in=WAITING, due_on__lt=clock.today()),
        "unit": waiting.for_my_unit(user) & is_open,
        "all": is_open,
        "followed": waiting.handed_in_by(user),
    }


def tabs(user: Any) -> list[Tab]:
    """The tabs with their counts, in one query."""
    rules = tab_rules(user)
    counted = {name: Count("pk", filter=rule) for name, rule in rules.items()}
    numbers = seen_by(user).aggregate(**counted)
    return [Tab(name, label, numbers[name]) for name, label in TABS.items()]


def seen_by(user: Any) -> Any:
    """What the person's seats show; their own handed-in items stay in sight while they are under review."""
    if user.is_superuser:
        return ItemStatus.objects.all()
    return ItemStatus.objects.visible_to(user)


def items(user: Any, tab: str, rules: Q | None = None) -> Any:
    """The items of a tab, by due date; a state that is asked for by name opens the whole archive."""
    return in_order(seen_by(user).filter(tab_rules(user)[tab] if rules is None else rules))


def in_order(found: Any) -> Any:
    return found.select_related(*PARTS).order_by(F("due_on").asc(nulls_last=True), "submitted_at", "pk")


def rows(statuses: Any, user: Any) -> list[Row]:
    """Rows with their other languages, whatever their number, in a fixed number of queries."""
    statuses = list(statuses)
    siblings = Siblings(statuses)
    return [Row(status, user, siblings.of(status)) for status in statuses]
