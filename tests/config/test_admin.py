"""Wagtail's admin is silent: nobody gets two mails about one thing."""

from wagtail.models import WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected, workflow_submitted


def test_wagtails_own_mails_are_off():
    for signal in (workflow_submitted, workflow_rejected, workflow_approved):
        receivers = [str(receiver) for receivers in signal._live_receivers(WorkflowState) for receiver in receivers]

        assert not [name for name in receivers if "EmailNotifier" in name]
