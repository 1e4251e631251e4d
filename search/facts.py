"""What an entry says of a page beside its own words: state, number, language, themes, fields, places, picture."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.images import get_image_model
from wagtail.models import Locale, Page

from cms.moderation.choices import WAITING, State
from cms.moderation.models import ItemStatus

from .places import heirs, with_heirs


@dataclass
class Facts:
    """What stands in other tables than the page's own."""

    language: str
    state: str = State.DRAFT
    number: str = ""
    due_on: datetime.date | None = None  # while somebody must act on it
    themes: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    units: list[int] = field(default_factory=list)
    picture: tuple[int, int] = (0, 0)  # width and height of an image record, in pixels

    @classmethod
    def of(cls, page: Any) -> Facts:
        """Of one page as it is in memory, a draft perhaps."""
        known = ItemStatus.objects.of(page).values_list("state", "accession_number", "due_on").first()
        state, number, due_on = known or (State.DRAFT, "", None)
        units, image = list(page.places.all()), getattr(page, "image", None)
        numbers = [unit.pk for unit in units]
        return cls(
            page.locale.language_code,
            state,
            number or "",
            due_on if state in WAITING else None,
            themes=sorted(theme.code for theme in page.themes.all()),
            fields=sorted(each.code for each in page.fields_of_management.all()),
            places=[str(unit) for unit in units],
            units=with_heirs(numbers, heirs(numbers)),
            picture=(image.width, image.height) if image else (0, 0),
        )


def gathered(pages: Iterable[Page]) -> dict[int, Facts]:
    """The same of many pages as they are in the database, in few questions."""
    pages = list(pages)
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    found = {page.pk: Facts(languages[page.locale_id]) for page in pages}
    for pk, state, number, due_on in standings(found):
        found[pk].state, found[pk].number = state, number or ""
        found[pk].due_on = due_on if state in WAITING else None
    for model in {type(page) for page in pages}:
        add_links(model, found, [page.pk for page in pages if type(page) is model])
    add_pictures(pages, found)
    return found


def add_links(model: type[Page], found: dict[int, Facts], own: list[int]) -> None:
    for pk, themes in links(model, "themes", own).items():
        found[pk].themes = sorted(theme.code for theme in themes)
    for pk, fields in links(model, "fields_of_management", own).items():
        found[pk].fields = sorted(each.code for each in fields)
    placed = links(model, "places", own)
    known = heirs({unit.pk for units in placed.values() for unit in units})
    for pk, units in placed.items():
        found[pk].places = [str(unit) for unit in units]
        found[pk].units = with_heirs((unit.pk for unit in units), known)


def add_pictures(pages: list[Page], found: dict[int, Facts]) -> None:
    """How large the pictures of image records are."""
    shown = {page.pk: page.image_id for page in pages if getattr(page, "image_id", None)}
    images = get_image_model().objects.filter(pk__in=set(shown.values()))
    sizes = {pk: (width, height) for pk, width, height in images.values_list("pk", "width", "height")} if shown else {}
    for pk, image in shown.items():
        found[pk].picture = sizes.get(image, (0, 0))


def standings(numbers: Iterable[int]) -> Iterable[tuple[int, str, str | None, datetime.date | None]]:
    pages = ContentType.objects.get_for_model(Page)
    rows = ItemStatus.objects.filter(base_content_type=pages, object_id__in=[str(number) for number in numbers])
    known = rows.values_list("object_id", "state", "accession_number", "due_on")
    return [(int(pk), state, number, due_on) for pk, state, number, due_on in known]


def links(model: type[Page], name: str, numbers: list[int]) -> dict[int, list[Any]]:
    """What pages of one kind are linked to, in the order it was given."""
    relation: Any = model._meta.get_field(name)
    owner, target = relation.m2m_field_name(), relation.m2m_reverse_field_name()
    rows = relation.remote_field.through.objects.filter(**{f"{owner}__in": numbers}).order_by("pk")
    known = relation.related_model.objects.in_bulk({row for (row,) in rows.values_list(f"{target}_id")})
    found: dict[int, list[Any]] = defaultdict(list)
    for pk, other in rows.values_list(f"{owner}_id", f"{target}_id"):
        found[pk].append(known[other])
    return found
