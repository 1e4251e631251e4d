"""The one door between a draft and the public."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex

from cms.core import clock

from .. import same_words
from ..choices import Audience, Event
from ..models import AccessionCounter, Decision, ItemStatus, Moderated, NotDecided, Step, Submission, public
from ..permissions import require
from . import clocks
from .recording import held, record
from .workflow_steps import approve_step


class Barred(ValidationError):
    """Not to be approved yet, unless the director says why all the same."""


@transaction.atomic
def approve(item: Any, *, by: Any, override: str = "") -> Step:
    """The director decides: the very revision that was judged becomes public, now or when its time comes.

    Raises Barred where the item itself knows why it should wait; a reason overrides that, and stays in the record.
    """
    status = held(item)
    authority = require(Event.APPROVE, status, by)
    bars = bars_to_approval(status)
    if bars and not override.strip():
        raise Barred(bars)
    step = record(status, Event.APPROVE, authority=authority, reason=override if bars else "")
    number_once(status)
    approve_step(status, by)
    return step


def bars_to_approval(status: ItemStatus) -> list[str]:
    """Why the text that waits should not be approved yet, in the item's own words."""
    return status.submission.revision.as_object().bars_to_approval() if status.submission else []


@transaction.atomic
def finish(workflow_state: Any, user: Any = None) -> None:
    """Wagtail's engine has come to its end: record the decision, then publish what was decided on."""
    submission = Submission.objects.filter(workflow_state=workflow_state).first()
    if not submission:
        raise NotDecided(_("Nobody was asked."))
    decision = decide(submission)
    if decision.audience == Audience.PUBLIC:
        decision.revision.publish(user=user, changed=False)
    after_decision(submission, decision)


def decide(submission: Submission) -> Decision:
    """Read from the record who took which step on this very revision, and decide."""
    taken = {step.event: step for step in valid_steps(submission)}
    if not {Event.APPRAISE, Event.APPROVE} <= taken.keys() or not {Event.CLEAR, Event.NO_LEAD} & taken.keys():
        raise NotDecided(_("It must be cleared, appraised and approved."))
    cleared = taken.get(Event.CLEAR)
    return make(
        submission.revision,
        submission=submission,
        cleared_by=cleared.by if cleared else None,
        no_lead=cleared is None,
        appraised_by=taken[Event.APPRAISE].by,
        approved_by=taken[Event.APPROVE].by,
    )


def valid_steps(submission: Submission) -> list[Step]:
    """The steps of this round on this revision; an appraisal that was sent back counts no more."""
    steps: list[Step] = []
    this_round = submission.steps.filter(round=submission.status.round, revision=submission.revision)
    for step in this_round.select_related("by"):
        if step.event == Event.SEND_BACK:
            steps = [earlier for earlier in steps if earlier.event != Event.APPRAISE]
        steps.append(step)
    return steps


def make(revision: Any, **people: Any) -> Decision:
    """The only place where a decision is made. What this forgets, the constraints of Decision remember."""
    item = revision.as_object()
    judges = {person.pk for name, person in people.items() if name.endswith("_by") and person}
    if not revision.user or judges & item.authors(revision):
        raise NotDecided(_("It must be decided by people who did not write it."))
    if cited := list(undecided_citations(item)):
        raise NotDecided(_("It shows what nobody has decided on: %s.") % ", ".join(map(str, cited)))
    return Decision.objects.create(revision=revision, audience=item.audience, author=revision.user, **people)


def undecided_citations(item: Any) -> Any:
    """Moderated things whose words a public page would show although they are not public themselves."""
    for kind, key, *_path in ReferenceIndex._extract_references_from_object(item):
        model = ContentType.objects.get_for_id(kind).model_class()
        if model and issubclass(model, (Moderated, Page)):
            cited = model._base_manager.filter(pk=key)
            if not public(cited).exists():
                yield cited.get()


def after_decision(submission: Submission, decision: Decision) -> None:
    """The passage is over; what waits for its time is scheduled."""
    submission.ended_at = timezone.now()
    submission.save(update_fields=["ended_at"])
    status = ItemStatus.objects.get(pk=submission.status_id)
    clocks.decided(status, decision.approved_by)
    if decision.audience == Audience.PUBLIC and not Decision.objects.get(pk=decision.pk).published_at:
        record(status, Event.SCHEDULE)


def published(item: Any, revision: Any) -> None:
    """Wagtail has made it live: the decision is used up, earlier ones have had their day, the item's row follows."""
    now = timezone.now()
    Decision.objects.unused(revision).update(published_at=now, words=same_words.mark(item))
    Decision.objects.on(item).exclude(revision=revision).end(reason="superseded")
    status = held(item)
    status.withdrawn_at, status.withdrawal_ground = None, ""
    record(status, Event.PUBLISH)


def number_once(status: ItemStatus) -> None:
    """Accession number and date at the first approval, never again (HUE-24)."""
    if status.accession_number:
        return
    day = clock.today()
    AccessionCounter.objects.get_or_create(year=day.year)
    counter = AccessionCounter.objects.select_for_update().get(year=day.year)
    counter.last += 1
    counter.save()
    status.accession_number, status.accession_date = counter.number(), day
    status.save()
