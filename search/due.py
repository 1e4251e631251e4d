"""When items are due: engines keep the day, those who work ask for what is late or soon."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from cms.core import clock

from .models import SearchEntry

LATE, SOON, LATER = GROUPS = ("late", "soon", "later")


def names() -> dict[str, str]:
    return {LATE: _("Late"), SOON: _("Due today or tomorrow"), LATER: _("Due later")}


def group(day: date) -> str:
    today = clock.today()
    if day < today:
        return LATE
    return SOON if day <= clock.day_after(today) else LATER


def grouped(numbers: Mapping[str, int]) -> Counter[str]:
    """How many items are late, due soon and later, from how many are due on each day."""
    found: Counter[str] = Counter()
    for day, number in numbers.items():
        found[group(date.fromisoformat(day))] += number
    return found


def in_days(chosen: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The same choices with the days on which something of these groups is due."""
    if not chosen.get("due"):
        return chosen
    known = SearchEntry.objects.standing().exclude(due_on=None).values_list("due_on", flat=True).distinct()
    days = tuple(day.isoformat() for day in known.order_by("due_on") if day and group(day) in chosen["due"])
    return chosen | {"due": days or ("never",)}
