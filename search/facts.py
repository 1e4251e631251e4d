"""What an entry says of a page beside its own words: state, number, language, themes, fields, places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page

from cms.moderation.choices import State
from cms.moderation.models import ItemStatus


@dataclass
class Facts:
    """What stands in other tables than the page's own."""

    language: str
    state: str = State.DRAFT
    number: str = ""
    themes: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, page: Any) -> Facts:
        """Of one page as it is in memory, a draft perhaps."""
        known = ItemStatus.objects.of(page).values_list("state", "accession_number").first()
        state, number = known or (State.DRAFT, "")
        return cls(
            page.locale.language_code,
            state,
            number or "",
            themes=sorted(theme.code for theme in page.themes.all()),
            fields=sorted(each.code for each in page.fields_of_management.all()),
            places=[str(place) for place in page.places.all()],
        )


def gathered(pages: Iterable[Page]) -> dict[int, Facts]:
    """The same of many pages as they are in the database, in few questions."""
    pages = list(pages)
    languages = dict(Locale.objects.values_list("pk", "language_code"))
    found = {page.pk: Facts(languages[page.locale_id]) for page in pages}
    for pk, state, number in standings(found):
        found[pk].state, found[pk].number = state, number or ""
    for model in {type(page) for page in pages}:
        own = [page.pk for page in pages if type(page) is model]
        for name, attribute in (("themes", "code"), ("fields_of_management", "code"), ("places", "")):
            for pk, linked in links(model, name, attribute, own).items():
                setattr(found[pk], "fields" if name == "fields_of_management" else name, linked)
    return found


def standings(numbers: Iterable[int]) -> Iterable[tuple[int, str, str | None]]:
    pages = ContentType.objects.get_for_model(Page)
    rows = ItemStatus.objects.filter(base_content_type=pages, object_id__in=[str(number) for number in numbers])
    return [
        (int(pk), state, number) for pk, state, number in rows.values_list("object_id", "state", "accession_number")
    ]


def links(model: type[Page], name: str, attribute: str, numbers: list[int]) -> dict[int, list[str]]:
    """What pages of one kind are linked to: codes, or names where there is no code."""
    relation: Any = model._meta.get_field(name)
    owner, target = relation.m2m_field_name(), relation.m2m_reverse_field_name()
    rows = relation.remote_field.through.objects.filter(**{f"{owner}__in": numbers}).order_by("pk")
    known = relation.related_model.objects.in_bulk({row for (row,) in rows.values_list(f"{target}_id")})
    found: dict[int, list[str]] = defaultdict(list)
    for pk, other in rows.values_list(f"{owner}_id", f"{target}_id"):
        found[pk].append(getattr(known[other], attribute) if attribute else str(known[other]))
    return {pk: sorted(linked) if attribute else linked for pk, linked in found.items()}
