"""Rows for a long queue: states of items that were handed in, without the hours it would take to write them."""

import datetime

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from cms.accounts.permissions import holders
from cms.moderation.choices import State
from cms.moderation.models import ItemStatus
from cms.organisation.models import Agency
from cms.pages.models import ArticlePage

STATES = (State.SUBMITTED, State.AGENCY_CLEARED, State.IN_APPRAISAL, State.APPRAISED)
FIRST = 10_000_000  # numbers of items that no page has


def hand_in(number: int) -> None:
    """So many rows of the queue, spread over states, agencies, languages and due days."""
    base = ContentType.objects.get_for_model(Page)
    kind = ContentType.objects.get_for_model(ArticlePage)
    agencies, moderators = list(Agency.objects.all()), holders("moderate")
    start = FIRST + ItemStatus.objects.filter(object_id__gte=str(FIRST)).count()
    ItemStatus.objects.bulk_create(
        ItemStatus(
            base_content_type=base,
            content_type=kind,
            object_id=str(start + row),
            title=f"Bài chờ thẩm định số {row}",
            language=("vi", "en")[row % 5 == 0],
            agency=agencies[row % len(agencies)],
            state=STATES[row % 4],
            round=1 + row % 3,
            due_on=datetime.date(2026, 11, 1) + datetime.timedelta(days=row % 60),
            assignee=moderators[row % len(moderators)] if STATES[row % 4] == State.IN_APPRAISAL else None,
        )
        for row in range(number)
    )
