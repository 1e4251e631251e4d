"""The keeper of what is proposed to lists: the screens of all lists come here, since core knows nobody."""

from __future__ import annotations

from typing import Any

from . import services
from .models import ProposedChange
from .proposal_rights import must_propose

__all__ = ["must_propose", "propose", "propose_removal", "waiting_on"]
propose = services.propose
propose_removal = services.propose_removal


def waiting_on(row: Any) -> ProposedChange | None:
    """The change that waits on this row."""
    return ProposedChange.objects.waiting().on_row(row).select_related("proposed_by").first()
