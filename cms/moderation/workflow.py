"""Wagtail imports this while its own models are still loading, so nothing here may import models at once."""

from typing import Any


def finish(workflow_state: Any, user: Any = None) -> None:
    """Called by Wagtail when the last step of a workflow is done."""
    from .services import publishing

    publishing.finish(workflow_state, user=user)
