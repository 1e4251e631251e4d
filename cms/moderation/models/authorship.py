"""Who wrote a text: everybody whose hand is in it since an earlier text was published, whatever the last name on it."""

from datetime import UTC, datetime
from typing import Any

from django.db.models import Max
from wagtail.log_actions import registry as log_registry
from wagtail_localize.models import SegmentOverride, StringTranslation

from .decisions import Decision

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def authors(item: Any, revision: Any) -> set[int]:
    """Numbers of the people found in revisions, in the log (revisions may be purged) and in translated strings."""
    since = beginning(item, revision)
    logs = log_registry.get_logs_for_instance(item).filter(timestamp__gt=since)
    people = set(logs.filter(content_changed=True).values_list("user", flat=True))
    people |= set(item.revisions.filter(created_at__gt=since).values_list("user", flat=True))
    return people | translators(item, since)


def beginning(item: Any, revision: Any) -> datetime:
    """From when on hands count: the last published text, or the one before an older draft that was brought back."""
    since = last_decided(item, revision)
    reverts = log_registry.get_logs_for_instance(item).filter(action="wagtail.revert").order_by("-timestamp")
    for revert in reverts:
        if revert.timestamp > since:
            older = item.revisions.filter(pk=revert.data["revision"]["id"]).first()
            since = min(since, last_decided(item, older)) if older else LONG_AGO
    return since


def last_decided(item: Any, revision: Any) -> datetime:
    """When the last published text older than this revision was decided on."""
    earlier = Decision.objects.on(item).exclude(published_at=None).filter(revision__created_at__lt=revision.created_at)
    return earlier.aggregate(last=Max("made_at"))["last"] or LONG_AGO


def translators(item: Any, since: datetime) -> set[int]:
    """Who typed a translated string, even when a colleague's name is on the revision."""
    people: set[int] = set()
    if key := getattr(item, "translation_key", None):
        for strings in (StringTranslation.objects, SegmentOverride.objects):
            mine = strings.filter(context__object_id=key, locale=item.locale_id, updated_at__gt=since)
            people |= set(mine.values_list("last_translated_by", flat=True))
    return people
