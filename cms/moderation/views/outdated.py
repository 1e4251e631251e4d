"""Translations that say less than their source says now."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .. import queue
from ..models import ItemStatus
from ..outdated import outdated_translations
from ..siblings import Siblings
from .base import ReviewScreen

AT_MOST = 500


class OutdatedView(ReviewScreen):
    """Every translation older than its source that the person may see, the longest outdated first."""

    template_name = "moderation/outdated.html"
    page_title = _("Translations older than their source")
    header_icon = "resubmit"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        since = outdated_translations()
        pages = Page.objects.filter(translation_key__in={key for key, code in since}, alias_of=None)
        keys = {
            str(pk): (key, code)
            for pk, key, code in pages.values_list("pk", "translation_key", "locale__language_code")
        }
        numbers = [pk for pk, known in keys.items() if known in since][:AT_MOST]
        found = self.statuses(numbers)
        siblings = Siblings(found)
        user = self.request.user
        rows = [(since[keys[each.object_id]], queue.Row(each, user, siblings.of(each))) for each in found]
        return super().get_context_data(rows=sorted(rows, key=lambda row: row[0]), **kwargs)

    def statuses(self, numbers: list[str]) -> list[ItemStatus]:
        base = ContentType.objects.get_for_model(Page)
        seen = queue.seen_by(self.request.user).filter(base_content_type=base, object_id__in=numbers)
        return list(seen.select_related(*queue.PARTS))
