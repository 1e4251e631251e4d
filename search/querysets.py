from datetime import datetime
from typing import Any, Self

from django.db.models import Max, QuerySet


class SearchEntryQuerySet(QuerySet):
    """Search entries, as engines and results ask for them."""

    def standing(self) -> Self:
        """What may be found: not the marks that removed records leave."""
        return self.filter(is_removed=False)

    def of(self, record: Any) -> Self:
        """The entries of one record, in every language and for every audience."""
        return self.filter(content_type_id=record.content_type_id, object_id=record.pk)

    def since(self, sequence: int) -> Self:
        """What changed after a change, oldest first."""
        return self.filter(sequence__gt=sequence).order_by("sequence")

    def last_sequence(self) -> int:
        return self.aggregate(last=Max("sequence"))["last"] or 0


class DeadLetterQuerySet(QuerySet):
    """Documents that an engine refused."""

    def of(self, engine: str) -> Self:
        return self.filter(engine=engine)

    def due(self, now: datetime) -> Self:
        """Those whose next try has come."""
        return self.filter(next_try_at__lte=now)
