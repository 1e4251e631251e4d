"""Where to begin for whoever found nothing: the fullest themes, and what is newest."""

from dataclasses import dataclass

from .engines import NEWEST
from .facets import Option, facets
from .hits import Hit
from .queries import search
from .readers import Reader
from .wishes import Wish

THEMES, LATEST = 4, 3


@dataclass(frozen=True)
class Ways:
    """What the archive holds, in a few links."""

    total: int
    themes: list[Option]
    latest: list[Hit]


def ways_on(wish: Wish, reader: Reader, look: str = "") -> Ways:
    """Ways on in the language of the wish that led nowhere."""
    everything = search(Wish(language=wish.language, order=NEWEST, size=LATEST), reader)
    shown = {facet.code: facet.options for facet in facets(everything.wish, everything.facets, look)}
    return Ways(everything.total, shown.get("theme", [])[:THEMES], everything.hits)
