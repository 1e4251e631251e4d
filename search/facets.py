"""The filters beside the results: what can be chosen, by its name, and how many records stand under it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.core import clock
from cms.moderation.choices import State
from cms.organisation.models import AdministrativeUnit, Agency
from cms.pages.kinds import kind_name
from cms.pages.languages import SHORT_NAMES
from cms.pages.models import FieldOfManagement, Theme

from . import due, pictures
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


def agency_names(numbers: Iterable[int]) -> dict[int, str]:
    """Names of agencies in the reader's language, without everything else that an agency is."""
    return dict(
        Agency.objects.filter(pk__in=set(numbers)).annotate(called=in_language("name")).values_list("pk", "called")
    )


def theme_names(values: Iterable[str]) -> dict[str, str]:
    themes = Theme.objects.filter(code__in=list(values))
    return dict(themes.annotate(called=in_language("name")).values_list("code", "called"))


def field_names(values: Iterable[str]) -> dict[str, str]:
    fields = FieldOfManagement.objects.filter(code__in=list(values))
    return dict(fields.annotate(called=in_language("name")).values_list("code", "called"))


def place_names(values: Iterable[str]) -> dict[str, str]:
    """Names of places; one that is no more says until when it was, for its successor may bear the same name."""
    units = AdministrativeUnit.objects.filter(pk__in=[int(value) for value in values])
    named = units.annotate(called=in_language("name")).values_list("pk", "called", "valid_to")
    return {str(pk): called if ends is None else until(called, ends) for pk, called, ends in named}


def until(name: str, day: date) -> str:
    return _("%(place)s (until %(year)s)") % {"place": name, "year": day.year} if day < clock.today() else name


def lack_names(values: Iterable[str]) -> dict[str, str]:
    """The fields' own names, as the editor shows them."""
    return {value: capfirst(name_of_field(value)) for value in values}


def name_of_field(name: str) -> str:
    having = (model for model in searchable_models() if name in {field.name for field in model._meta.get_fields()})
    return next((str(model._meta.get_field(name).verbose_name) for model in having), name)  # type: ignore[union-attr]


def in_language(column: str) -> Coalesce:
    """What is said in the reader's language; the source's words where nothing is."""
    own = f"{column}_{(get_language() or SOURCE_LANGUAGE).replace('-', '_')}"
    said = NullIf(F(own), Value(""), output_field=CharField())
    return Coalesce(said, F(f"{column}_{SOURCE_LANGUAGE}"), output_field=CharField())


def agencies_of(values: list[str]) -> dict[str, str]:
    return {str(number): name for number, name in agency_names(map(int, values)).items()}


NAMES: dict[str, Callable[[list[str]], dict[str, str]]] = {
    "kind": lambda values: {value: kind_name(value) for value in values},
    "theme": theme_names,
    "field": field_names,
    "place": place_names,
    "agency": agencies_of,
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
