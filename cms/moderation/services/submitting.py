"""Handing in: complete, declared free of secrets, scanned; then the text stands still until it is judged."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import TaskState, Workflow, WorkflowState

from ..choices import Event, State
from ..models import ItemStatus, Missing, Submission
from ..permissions import require
from ..transitions import allows
from . import clocks, screening
from .recording import fresh, held, record, refusal
from .workflow_steps import open_states


class SubmissionRefused(ValidationError):
    """It cannot be handed in as it is."""


class NotDeclared(SubmissionRefused):
    """Whoever hands in declares that the text holds no state secret (HUE-17)."""


class Incomplete(SubmissionRefused):
    """Something required is missing; `missing` lists what, field by field."""

    def __init__(self, missing: list[Missing]) -> None:
        self.missing = missing
        super().__init__([item.message for item in missing])


@transaction.atomic
def submit(item: Any, *, by: Any, declaration: bool) -> ItemStatus:
    """Hand in the latest revision. Raises Incomplete, NotDeclared, IllegalTransition or NotAllowed."""
    status = held(item)
    authority = require(Event.SUBMIT, status, by)
    if not allows(status.state, Event.SUBMIT):
        raise refusal(status, Event.SUBMIT)
    item = fresh(item)
    revision = item.get_latest_revision()
    if not declaration:
        raise NotDeclared(_("Declare that the text and its files hold no state secret."))
    if not revision:
        raise SubmissionRefused(_("Save a draft first: there is nothing to judge yet."))
    if status.state == State.PUBLISHED and revision.pk == item.live_revision_id:
        raise SubmissionRefused(_("Nothing has changed since it was published."))
    if missing := revision.as_object().missing():
        raise Incomplete(missing)
    if screening.screen(status, revision, by=by):
        return status
    begin(status, item, revision, by)
    record(status, Event.SUBMIT, authority=authority)
    start_workflow(status, item, by)
    return status


def begin(status: ItemStatus, item: Any, revision: Any, by: Any) -> None:
    """Open a submission, or the next round of the one that was returned."""
    open_one = status.submissions.filter(ended_at=None).first()
    if open_one:
        open_one.revision, open_one.submitted_by = revision, by
        open_one.save()
    status.submission = open_one or Submission.objects.create(
        status=status, revision=revision, agency=status.agency, submitted_by=by
    )
    status.round = status.round + 1 if open_one else 1
    status.submitted_at = timezone.now()
    status.assignee = status.claimed_at = None
    if not open_one:
        status.due_on = clocks.start(status, by)


def start_workflow(status: ItemStatus, item: Any, by: Any) -> None:
    """Let Wagtail's engine begin; where the agency has no lead, say that clearance was skipped."""
    join_engine(status, None)
    for state in WorkflowState.objects.active().filter(
        object_id=str(item.pk), base_content_type=status.base_content_type
    ):
        state.cancel(user=by)
    join_engine(status, review_workflow().start(item, by))
    if open_states(status).filter(status=TaskState.STATUS_SKIPPED).exists():
        record(status, Event.NO_LEAD)


def join_engine(status: ItemStatus, workflow_state: WorkflowState | None) -> None:
    """Which run of Wagtail's engine belongs to this passage."""
    status.passage.workflow_state = workflow_state
    status.passage.save(update_fields=["workflow_state"])


def review_workflow() -> Workflow:
    """There is one way to the public, for every section, language and kind of item."""
    return Workflow.objects.active().filter(workflow_tasks__task__approvaltask__isnull=False).get()
