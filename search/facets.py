"""The filters beside the results: what can be chosen, by its name, and how many records stand under it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cms.moderation.choices import State
from cms.pages.kinds import kind_name
from cms.pages.languages import SHORT_NAMES

from . import due, names, pictures
from .sources import searchable_models
from .wishes import IN_ADDRESS, Wish

LONGEST = 12
SOURCE_LANGUAGE = "vi"


@dataclass(frozen=True)
class Option:
    """A value of a filter."""

    value: str
    name: str
    number: int
    is_on: bool
    address: str  # of the results without it, if it is on; with it beside those chosen already, if not
    field: str = ""  # its name in an address


@dataclass(frozen=True)
class Facet:
    """One filter with its values."""

    code: str
    field: str
    name: str
    options: list[Option]


def facets(wish: Wish, counted: dict[str, Counter[str]], look: str = "") -> list[Facet]:
    """Every filter that has something to choose from."""
    titles = facet_names()
    found = [Facet(code, IN_ADDRESS[code], titles[code], options(code, wish, counted, look)) for code in wish.counted]
    return [facet for facet in found if facet.options]


def facet_names() -> dict[str, str]:
    return {
        "kind": _("Kind"),
        "theme": _("Theme"),
        "field": _("Field"),
        "place": _("Place"),
        "agency": _("Agency"),
        "year": _("Year"),
        "language": _("Language of the record"),
        "orientation": _("Shape of the picture"),
        "size": _("Size of the picture"),
        "state": _("State"),
        "lack": _("What is missing"),
        "due": _("Due"),
    }


def options(facet: str, wish: Wish, counted: dict[str, Counter[str]], look: str) -> list[Option]:
    """The fullest values and those that are on; years and languages in their own order."""
    numbers = due.grouped(counted.get(facet, Counter())) if facet == "due" else counted.get(facet, Counter())
    chosen = wish.chosen.get(facet, ())
    values = list(dict.fromkeys([*chosen, *(value for value, _number in numbers.most_common(LONGEST))]))
    names = NAMES[facet](values)
    made = [option(facet, value, names.get(value, value), numbers[value], wish, look) for value in values]
    return sorted(made, key=ORDER_OF.get(facet, fullest_first))


def option(facet: str, value: str, name: str, number: int, wish: Wish, look: str) -> Option:
    is_on = wish.has(facet, value)
    there = wish.without(facet, value) if is_on else wish.adding(facet, value)
    return Option(value, name, number, is_on, there.address(look=look), IN_ADDRESS[facet])


def fullest_first(option: Option) -> tuple[int, str]:
    return -option.number, option.name


def latest_first(option: Option) -> int:
    return -int(option.value)


def as_configured(option: Option) -> int:
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    return codes.index(option.value) if option.value in codes else len(codes)


def place_in(order: Sequence[str], value: str) -> int:
    return order.index(value) if value in order else len(order)


def lack_names(values: Iterable[str]) -> dict[str, str]:
    """The fields' own names, as the editor shows them."""
    return {value: capfirst(name_of_field(value)) for value in values}


def name_of_field(name: str) -> str:
    having = (model for model in searchable_models() if name in {field.name for field in model._meta.get_fields()})
    return next((str(model._meta.get_field(name).verbose_name) for model in having), name)  # type: ignore[union-attr]


NAMES: dict[str, Callable[[list[str]], dict[str, str]]] = {
    "kind": lambda values: {value: kind_name(value) for value in values},
    "theme": lambda values: names.themes(),
    "field": lambda values: names.fields(),
    "place": lambda values: names.places(),
    "agency": lambda values: names.agencies(),
    "year": lambda values: dict(zip(values, values, strict=True)),
    "language": lambda values: {value: str(SHORT_NAMES.get(value, value)) for value in values},
    "orientation": lambda values: pictures.orientation_names(),
    "size": lambda values: pictures.size_names(),
    "state": lambda values: {value: str(State(value).label) for value in values if value in State},
    "lack": lack_names,
    "due": lambda values: due.names(),
}
ORDER_OF: dict[str, Callable] = {
    "year": latest_first,
    "language": as_configured,
    "size": lambda option: place_in(pictures.SIZES, option.value),
    "state": lambda option: place_in(State.values, option.value),
    "due": lambda option: place_in(due.GROUPS, option.value),
}
