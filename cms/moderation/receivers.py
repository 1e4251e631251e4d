"""What follows from Wagtail's own events."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.dispatch import receiver
from wagtail.signals import published, workflow_cancelled

from .choices import WAITING
from .models import Moderated, Submission
from .services import judging, publishing
from .signals import text_amended


@receiver(published)
def use_up_the_decision(sender: Any, instance: Any, revision: Any, **kwargs: Any) -> None:
    """A live item has used its decision."""
    if isinstance(instance, Moderated) and instance.live and instance.live_revision_id == revision.pk:
        publishing.published(instance, revision)


@receiver(text_amended)
def send_through_again(sender: Any, status: Any, by: Any, **kwargs: Any) -> None:
    """An appraiser's own words are appraised by a colleague."""
    judging.amended(status, by=by)


@receiver(workflow_cancelled)
def recalled_in_wagtail(sender: Any, instance: Any, user: Any, **kwargs: Any) -> None:
    """Wagtail's own cancel button calls the item back, by the same service and under the same rules."""
    submission = Submission.objects.filter(workflow_state=instance, ended_at=None).select_related("status").first()
    if not submission or submission.status.state not in WAITING:
        return
    try:
        judging.recall(submission.status.item, by=user)
    except ValidationError as error:
        raise PermissionDenied(error.messages[0]) from error
