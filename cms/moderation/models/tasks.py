"""The three steps as Wagtail tasks. Wagtail runs them; our services say who takes them, and keep the record."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.locks import WorkflowLock
from wagtail.models import Task, TaskState

from cms.accounts import permissions as may


class ReviewLock(WorkflowLock):
    """Stands before everybody but the one who judges the text, and says why."""

    def get_message(self, user: Any) -> Any:
        if not self.for_user(user):
            return None
        return _(
            "This is under review and cannot be changed. The review screen says where it stands; "
            "to go on writing, call it back there."
        )


class ReviewTask(Task):
    """A step taken on the review screen by somebody who did not write the text. Superusers are no exception."""

    lock_class = ReviewLock

    class Meta:
        abstract = True

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        raise PermissionDenied(_("Decisions are taken on the review screen."))

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return not self.user_can_access_editor(obj, user)


class ClearanceTask(ReviewTask):
    """The agency's lead lets a text leave the agency. Where nobody sits there the step is skipped, and says so."""

    class Meta:
        verbose_name = _("agency clearance")
        verbose_name_plural = _("agency clearances")

    def start(self, workflow_state: Any, user: Any = None) -> TaskState:
        task_state = super().start(workflow_state, user=user)
        agency = workflow_state.content_object.specific.status.agency
        if agency is None or not may.has_lead(agency):
            task_state.status, task_state.finished_at = TaskState.STATUS_SKIPPED, timezone.now()
            task_state.save()
        return task_state


class AppraisalTask(ReviewTask):
    """A moderator checks the text, and may correct it: then a colleague appraises."""

    class Meta:
        verbose_name = _("appraisal")
        verbose_name_plural = _("appraisals")

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return obj.permissions_for_user(user).is_held


class ApprovalTask(ReviewTask):
    """The director lets the public read it."""

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
