"""Moving Wagtail's engine along with the record."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import TaskState

from ..models import AppraisalTask, ItemStatus
from . import clocks


def open_states(status: ItemStatus) -> QuerySet[TaskState]:
    """The engine's steps on the text under judgement."""
    return TaskState.objects.filter(workflow_state=status.passage.workflow_state)


def current(status: ItemStatus) -> TaskState:
    """The step that waits for somebody."""
    return open_states(status).filter(status=TaskState.STATUS_IN_PROGRESS).latest("pk")


def approve_step(status: ItemStatus, by: Any) -> None:
    """The step is done; Wagtail starts the next, or finishes."""
    current(status).approve(user=by)


def stop(status: ItemStatus, by: Any) -> None:
    """The passage is over, or goes back to its author: Wagtail's workflow ends here."""
    workflow_state = status.passage.workflow_state
    workflow_state.refresh_from_db()
    if workflow_state.is_active:
        workflow_state.cancel(user=by)


def end_passage(status: ItemStatus, by: Any) -> None:
    """The passage through the review is over, whatever came of it."""
    if status.submission and not status.passage.ended_at:
        stop(status, by)
        clocks.given_up(status, by)
        status.passage.ended_at = timezone.now()
        status.passage.save(update_fields=["ended_at"])


def back_to_appraisal(status: ItemStatus, by: Any) -> None:
    """The approval is put off: the engine waits at the appraisal again."""
    state = current(status)
    state.status, state.finished_at, state.finished_by = TaskState.STATUS_CANCELLED, timezone.now(), by
    state.save()
    workflow_state = status.passage.workflow_state
    workflow_state.refresh_from_db()
    appraisal = AppraisalTask.objects.get(workflow_tasks__workflow=workflow_state.workflow)
    workflow_state.update(user=by, next_task=appraisal)
