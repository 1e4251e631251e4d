"""A search in words, for titles and letters."""

from django.utils.translation import gettext as _

from cms.pages.dates import day

from .due import names as due_names
from .facets import NAMES
from .wishes import Wish

LONGEST = 120


def said(wish: Wish) -> str:
    """The words that were typed, and the names of the filters that are on."""
    words = [f"“{wish.typed[:LONGEST]}”"] if wish.typed else []
    for facet, picked in wish.chosen.items():
        names = due_names() if facet == "due" else NAMES[facet](list(picked))
        words += [names.get(value, value) for value in picked]
    words += [days(wish)] if wish.first or wish.last else []
    return ", ".join(words) or _("all records")


def days(wish: Wish) -> str:
    """The stretch of days that is asked for."""
    first, last = day(wish.first), day(wish.last)
    if first and last:
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    return _("from %(first)s") % {"first": first} if first else _("up to %(last)s") % {"last": last}
