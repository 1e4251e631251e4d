"""What the source of a translation says otherwise since the translation was taken from it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from .. import comparing, differences, queue
from ..outdated import changed_since, outdated_translations
from ..siblings import Siblings
from .base import ItemScreen


class SourceChangesView(ItemScreen):
    """The source as it was translated, beside what readers of the source have now."""

    template_name = "moderation/changes.html"
    header_icon = "resubmit"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = changed_since(self.item)
        told = {
            "row": queue.Row(self.status, self.request.user, Siblings([self.status]).of(self.status)),
            "since": outdated_translations({self.item.translation_key}).get(self.key),
            "source": comparing.source_of(self.item),
            "runs": differences.runs(rows or []),
            "is_same": all(each.is_same for each in rows or []),
        }
        return super().get_context_data(**told, **kwargs)

    @property
    def key(self) -> tuple[Any, str]:
        return self.item.translation_key, self.item.locale.language_code

    def get_page_title(self) -> str:
        return str(_("What changed since it was translated"))
