"""How the clocks of the review are called in people's calendars."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from cms.deadlines import owners

from .models import Submission
from .waiting import is_hidden


def title(submission: Submission, user: Any) -> str:
    """The item's title; of what is under screening, its number alone."""
    status = submission.status
    return _("item %(number)s") % {"number": status.pk} if is_hidden(status.state) else status.title


def address(submission: Submission) -> str:
    status = submission.status
    return reverse("review:item", args=[status.content_type_id, status.object_id])


owners.register(Submission, title=title, address=address, related=("status",))
