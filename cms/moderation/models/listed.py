"""Where the pages of a list stand, fetched for all of them at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet


class ListedStatus:
    """The row of a page in a list; of any other page, nothing: whoever acts on a page reads its row anew."""

    name = "listed_status"

    def __get__(self, page: Any, owner: Any = None) -> Any:
        return self if page is None else page._state.fields_cache.get(self.name)

    def is_cached(self, page: Any) -> bool:
        return self.name in page._state.fields_cache

    def get_prefetch_querysets(
        self, instances: list[Any], querysets: list[QuerySet]
    ) -> tuple[QuerySet, Callable[[Any], str], Callable[[Any], str], bool, str, bool]:
        """As Django asks of whatever can be fetched for many at once."""
        base = instances[0].get_base_content_type()
        rows = querysets[0].filter(base_content_type=base, object_id__in=[str(page.pk) for page in instances])
        return rows, lambda row: row.object_id, lambda page: str(page.pk), True, self.name, False
