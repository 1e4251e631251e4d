"""Letters to whoever handed an item in: it came back, was refused, approved or withdrawn. Never a word of the text."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.dispatch import receiver
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.users.models import UserProfile

from .choices import HIDDEN, Event, ProposalState, Sensitivity
from .models import ItemStatus, ProposedChange, Step
from .signals import proposal_settled, state_changed

TOLD = {
    Event.AGENCY_RETURN: gettext_lazy("“%(title)s” came back to you"),
    Event.RETURN: gettext_lazy("“%(title)s” came back to you"),
    Event.REJECT: gettext_lazy("“%(title)s” is rejected"),
    Event.APPROVE: gettext_lazy("“%(title)s” is approved"),
    Event.WITHDRAW: gettext_lazy("“%(title)s” is withdrawn from the public"),
}
SETTLED = {
    ProposalState.ACCEPTED: gettext_lazy("Your change “%(title)s” is accepted"),
    ProposalState.REFUSED: gettext_lazy("Your change “%(title)s” is refused"),
}


@receiver(state_changed)
def tell_the_submitter(sender: Any, status: ItemStatus, step: Step, **kwargs: Any) -> None:
    """After the step is safely recorded; nobody is told of what they did themselves."""
    submission = status.submission
    if step.event not in TOLD or not submission or submission.submitted_by_id == step.by_id or status.state in HIDDEN:
        return
    transaction.on_commit(lambda: write(status, step, submission.submitted_by))


def write(status: ItemStatus, step: Step, to: Any) -> None:
    """One letter, in the language of the person's screens."""
    with translation.override(UserProfile.get_for_user(to).get_preferred_language()):
        subject = str(TOLD[Event(step.event)]) % {"title": name_of(status)}
        send_mail(subject[:200], letter(status, step), None, [to.email], fail_silently=True)


def name_of(status: ItemStatus) -> str:
    """The title of what is open to the public; anything else is named by its number alone."""
    is_open = getattr(status.item, "sensitivity", Sensitivity.PUBLIC) == Sensitivity.PUBLIC
    return status.title if is_open else _("item %(number)s") % {"number": status.pk}


def letter(status: ItemStatus, step: Step) -> str:
    """Who did what, and where the reason can be read."""
    address = reverse("review:item", args=[status.content_type_id, status.object_id])
    lines = [
        _("%(event)s by %(person)s") % {"event": step.get_event_display(), "person": step.by} + ".",
        _("The reason and the notes beside the fields stand on its page:") if step.reason else _("Its page:"),
        settings.WAGTAILADMIN_BASE_URL.rstrip("/") + address,
    ]
    return "\n\n".join(lines)


@receiver(proposal_settled)
def tell_the_proposer(sender: Any, change: ProposedChange, **kwargs: Any) -> None:
    """Once it is decided; whoever withdraws a proposal knows it."""
    if change.state in SETTLED:
        transaction.on_commit(lambda: write_of_change(change))


def write_of_change(change: ProposedChange) -> None:
    with translation.override(UserProfile.get_for_user(change.proposed_by).get_preferred_language()):
        subject = str(SETTLED[ProposalState(change.state)]) % {"title": change.title}
        told = {"event": change.get_state_display(), "person": change.decided_by}
        address = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + change.url
        lines = [_("%(event)s by %(person)s") % told + ".", _("Its page:"), address]
        send_mail(subject[:200], "\n\n".join(lines), None, [change.proposed_by.email], fail_silently=True)
