"""Places as time passes: a record of a place is found under what that place became, where nothing went elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cms.core import clock
from cms.organisation.choices import UnitSuccessionKind
from cms.organisation.models import UnitSuccession


def heirs(units: Iterable[int]) -> dict[int, int]:
    """What each of these units became, and what that became in turn; nothing for one that was divided or abolished."""
    found: dict[int, int] = {}
    asked = set(units)
    while asked:
        sole = sole_successors(asked)
        found |= sole
        asked = set(sole.values()) - found.keys()
    return found


def sole_successors(units: set[int]) -> dict[int, int]:
    rows = UnitSuccession.objects.filter(predecessor__in=units, effective_on__lte=clock.today())
    after: dict[int, set[int | None]] = defaultdict(set)
    for unit, successor, kind in rows.values_list("predecessor_id", "successor_id", "kind"):
        after[unit].add(None if kind == UnitSuccessionKind.SPLIT else successor)
    sole = {unit: successors.pop() for unit, successors in after.items() if len(successors) == 1}
    return {unit: successor for unit, successor in sole.items() if successor}


def with_heirs(units: Iterable[int], known: dict[int, int]) -> list[int]:
    """The units themselves, and all that they became as a whole."""
    found = set(units)
    for unit in list(found):
        while (unit := known.get(unit, 0)) and unit not in found:
            found.add(unit)
    return sorted(found)
