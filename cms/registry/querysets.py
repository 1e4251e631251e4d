"""Questions about the registers."""

import datetime
from typing import Self

from cms.core.querysets import DatedQuerySet


class ListedQuerySet(DatedQuerySet):
    """Entries that the public may read once a director has said so."""

    def listed(self, on: datetime.date | None = None) -> Self:
        """What everybody may read on the day."""
        return self.filter(published_at__isnull=False).on(on)

    def waiting(self, on: datetime.date | None = None) -> Self:
        """Entered, still valid, and not public yet."""
        return self.filter(published_at__isnull=True).on(on)


class DelegationQuerySet(DatedQuerySet):
    """Written delegations to speak on one matter."""

    def for_statement(self, on: datetime.date) -> Self:
        """Those by which somebody may speak on the day: given by somebody who speaks for the agency that day."""
        return self.on(on).filter(spokesperson__published_at__isnull=False)
