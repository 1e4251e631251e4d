"""Where a change to a list goes when its author may not make it alone. Whoever keeps proposals says so here."""

from __future__ import annotations

from typing import Any, Protocol


class Keeper(Protocol):
    """Keeps what is proposed until somebody else decides, and knows who decides."""

    def must_propose(self, user: Any) -> bool:
        """Whether this person's changes wait for somebody else."""

    def propose(self, form: Any, *, by: Any, reason: str) -> Any:
        """Keep a form as it was filled in; its row stays as it is."""

    def propose_removal(self, row: Any, *, by: Any, reason: str) -> Any:
        """Keep the wish that a row should go."""

    def waiting_on(self, row: Any) -> Any:
        """The change that waits on this row, or nothing."""


_known: list[Keeper] = []


def register(keeper: Keeper) -> None:
    """From now on, proposals are kept there."""
    _known[:] = [keeper]


def keeper() -> Keeper:
    return _known[0]
