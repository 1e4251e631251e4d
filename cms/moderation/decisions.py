"""Which buttons belong on a person's screen for an item, what each asks for, and the service behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.accounts import permissions as seats
from cms.core import clock

from . import services
from .choices import Event
from .models import ChecklistLine, ItemStatus
from .permissions import bar, seat_for
from .transitions import TRANSITIONS, allows


@dataclass(frozen=True)
class Choice:
    """One decision a person may take on an item."""

    event: Event
    label: Any
    done: Any
    service: Callable[..., Any]
    asks: tuple[str, ...] = ()
    group: str = "judge"
    tone: str = "secondary"

    @property
    def owes_a_reason(self) -> bool:
        return TRANSITIONS[self.event].reason_is_owed


JUDGING = [
    Choice(Event.CLEAR, _("Clear for the agency"), _("“%(title)s” has left your agency and waits for appraisal."),
           services.clear, tone="primary"),
    Choice(Event.APPRAISE, _("Appraised: fit to approve"), _("“%(title)s” waits for the director."), services.appraise,
           ("answers",), tone="primary"),
    Choice(Event.APPROVE, _("Approve"), _("“%(title)s” is approved."), services.approve,
           ("override",), tone="primary"),
    Choice(Event.TAKE, _("Take for appraisal"), _("You appraise “%(title)s” now."), services.take, group="hold",
           tone="primary"),
    Choice(Event.RELEASE, _("Put it back for a colleague"), _("“%(title)s” is free for a colleague."),
           services.release_claim, group="hold"),
    Choice(Event.REASSIGN, _("Hand it to"), _("“%(title)s” is in other hands now."), services.reassign, ("to",),
           group="hold"),
    Choice(Event.AGENCY_RETURN, _("Return to the author"), _("“%(title)s” went back to its author, with your reason."),
           services.agency_return, ("reason", "notes"), tone="no"),
    Choice(Event.RETURN, _("Return to the author"), _("“%(title)s” went back to its author, with your reason."),
           services.return_to_author, ("reason", "notes"), tone="no"),
    Choice(Event.SEND_BACK, _("Ask for another appraisal"), _("“%(title)s” is appraised once more."),
           services.send_back, ("reason",)),
    Choice(Event.REJECT, _("Reject for good"), _("“%(title)s” is rejected; its author reads why."), services.reject,
           ("reason",), tone="no"),
    Choice(Event.RECALL, _("Call back and go on writing"), _("“%(title)s” is yours again."), services.recall,
           group="own"),
]  # fmt: skip
KEEPING = [
    Choice(Event.WITHDRAW, _("Withdraw from the public"), _("“%(title)s” is withdrawn: readers are told so."),
           services.withdraw, ("reason", "ground"), group="keep", tone="no"),
    Choice(Event.RESTORE, _("Restore to the public"), _("“%(title)s” is public again."), services.restore,
           ("reason",), group="keep"),
    Choice(Event.ARCHIVE, _("Lay away in the archive"), _("“%(title)s” is laid away."), services.archive, ("reason",),
           group="keep"),
    Choice(Event.QUARANTINE, _("Set apart for secrecy screening"), _("“%(title)s” is set apart."),
           services.quarantine, ("reason",), group="screen", tone="no"),
]  # fmt: skip
CHOICES = {choice.event: choice for choice in [*JUDGING, *KEEPING]}


@dataclass(frozen=True)
class Offer:
    """The buttons for one person on one item, and why others that belong to their seat are barred."""

    choices: list[Choice]
    bars: list[str]

    def group(self, name: str) -> list[Choice]:
        return [choice for choice in self.choices if choice.group == name]

    @property
    def asks(self) -> set[str]:
        return {what for choice in self.choices if choice.group == "judge" for what in choice.asks}


def offer(status: ItemStatus, user: Any) -> Offer:
    """What the person may do now, by seat, state and the rule of four eyes."""
    fitting = [
        each for each in CHOICES.values() if allows(status.state, each.event) and seat_for(each.event, status, user)
    ]
    barred = {each.event: bar(each.event, status, user) for each in fitting}
    choices = [each for each in fitting if not barred[each.event]]
    return Offer(choices, sorted({reason for reason in barred.values() if reason}))


def moderators(status: ItemStatus) -> list[Any]:
    """To whom the appraisal may be handed: moderators of today who did not write the text."""
    authors = status.item.authors()
    people = [person for person in seats.holders("moderate") if seats.is_moderator(person)]
    return [person for person in people if person.pk not in authors and person.pk != status.assignee_id]


def checklist() -> Any:
    return ChecklistLine.objects.on(clock.today())
