"""The filters beside the results: what can be chosen, by its name, and how many records stand under it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.organisation.models import Agency
from cms.pages.kinds import kind_name
from cms.pages.languages import SHORT_NAMES
from cms.pages.models import Theme

from .engines import FACETS
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
    address: str  # of the results without it, if it is on; with it alone, if not
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
    found = [Facet(code, IN_ADDRESS[code], titles[code], options(code, wish, counted, look)) for code in FACETS]
    return [facet for facet in found if facet.options]


def facet_names() -> dict[str, str]:
    return {
        "kind": _("Kind"),
        "theme": _("Theme"),
        "agency": _("Agency"),
        "year": _("Year"),
        "language": _("Language of the record"),
    }


def options(facet: str, wish: Wish, counted: dict[str, Counter[str]], look: str) -> list[Option]:
    """The fullest values and those that are on; years and languages in their own order."""
    numbers = counted.get(facet, Counter())
    chosen = wish.chosen.get(facet, ())
    values = list(dict.fromkeys([*chosen, *(value for value, _number in numbers.most_common(LONGEST))]))
    names = NAMES[facet](values)
    made = [option(facet, value, names.get(value, value), numbers[value], wish, look) for value in values]
    return sorted(made, key=ORDER_OF.get(facet, fullest_first))


def option(facet: str, value: str, name: str, number: int, wish: Wish, look: str) -> Option:
    is_on = wish.has(facet, value)
    there = wish.without(facet, value) if is_on else wish.choosing(facet, value)
    return Option(value, name, number, is_on, there.address(look=look), IN_ADDRESS[facet])


def fullest_first(option: Option) -> tuple[int, str]:
    return -option.number, option.name


def latest_first(option: Option) -> int:
    return -int(option.value)


def as_configured(option: Option) -> int:
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    return codes.index(option.value) if option.value in codes else len(codes)


def agency_names(numbers: Iterable[int]) -> dict[int, str]:
    """Names of agencies in the reader's language, without everything else that an agency is."""
    return dict(
        Agency.objects.filter(pk__in=set(numbers)).annotate(called=in_language("name")).values_list("pk", "called")
    )


def theme_names(values: Iterable[str]) -> dict[str, str]:
    themes = Theme.objects.filter(code__in=list(values))
    return dict(themes.annotate(called=in_language("name")).values_list("code", "called"))


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
    "agency": agencies_of,
    "year": lambda values: dict(zip(values, values, strict=True)),
    "language": lambda values: {value: str(SHORT_NAMES.get(value, value)) for value in values},
}
ORDER_OF: dict[str, Callable] = {"year": latest_first, "language": as_configured}
