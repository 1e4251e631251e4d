"""Territories and agencies by every name they had, with those they followed and those that follow them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from cms.organisation.choices import UnitLevel
from cms.organisation.models import AdministrativeUnit, Agency, AgencySuccession, UnitSuccession

from .text import Token, clean, spell, tokens

SOURCE_LANGUAGE = "vi"
BEFORE = ("tinh", "thanh pho", "thi xa", "thi tran", "huyen", "quan", "phuong", "xa", "dac khu")
AFTER = ("province", "city", "town", "district", "ward", "commune", "special zone")
ALONE = (UnitLevel.PROVINCE, UnitLevel.CENTRAL_CITY)  # known by one syllable alone: Huế

Name = tuple[Token, ...]
Key = tuple[str, ...]


@dataclass
class Body:
    """A territory or an agency: its names, who came right before it and who right after."""

    facet: str
    pk: int
    called: dict[str, str]
    full: dict[Key, Name]
    short: dict[Key, Name] = field(default_factory=dict)
    before: list[Body] = field(default_factory=list)
    after: list[Body] = field(default_factory=list)

    @property
    def line(self) -> list[Body]:
        """All it came from and all that came from it, nearest first. Those beside it are no part of its line."""
        return [*reached(self, "after"), *reached(self, "before")]

    @property
    def now(self) -> list[Body]:
        """Who stands in its place today; nobody if it still stands itself."""
        return [body for body in reached(self, "after") if not body.after]

    @property
    def name(self) -> str:
        return self.called.get(get_language() or SOURCE_LANGUAGE) or self.called[SOURCE_LANGUAGE]


def reached(body: Body, way: str) -> list[Body]:
    found: list[Body] = []
    ahead = list(getattr(body, way))
    while ahead:
        one = ahead.pop(0)
        if one is not body and one not in found:
            found.append(one)
            ahead += getattr(one, way)
    return found


class Bodies:
    """All of them, by number and by name."""

    def __init__(self, units: dict[int, Body], agencies: dict[int, Body]) -> None:
        self.units, self.agencies = units, agencies
        self.named: dict[Key, list[Body]] = defaultdict(list)
        for body in (*units.values(), *agencies.values()):
            for key in {**body.full, **body.short}:
                self.named[key].append(body)

    @classmethod
    def on(cls, day: date) -> Bodies:
        """As the successions that are in effect on the day make them."""
        units = {row["pk"]: unit_of(row) for row in rows(AdministrativeUnit, "level")}
        agencies = {row["pk"]: agency_of(row, units) for row in rows(Agency, "short_name", "home_unit_id")}
        join(units, UnitSuccession.objects.filter(effective_on__lte=day, successor__isnull=False))
        join(agencies, AgencySuccession.objects.in_effect(day).filter(function=""))
        return cls(units, agencies)


def rows(model: Any, *more: str) -> list[dict[str, Any]]:
    names = [f"name_{code}" for code in settings.MODELTRANSLATION_LANGUAGES]
    columns = {field.attname for field in model._meta.concrete_fields}
    return list(model.objects.order_by().values("pk", *(name for name in names if name in columns), *more))


def join(bodies: dict[int, Body], successions: Any) -> None:
    for before, after in successions.order_by("pk").values_list("predecessor", "successor"):
        bodies[before].after.append(bodies[after])
        bodies[after].before.append(bodies[before])


def called(row: dict[str, Any]) -> dict[str, str]:
    return {name.removeprefix("name_"): said or "" for name, said in row.items() if name.startswith("name_")}


def unit_of(row: dict[str, Any]) -> Body:
    """A territory; without its tier it is known by the name alone, if that is more than a number or one syllable."""
    names = called(row)
    full = keyed(names.values())
    bare = {key: name for key, name in map(without_tier, full.items()) if tells(key, row["level"])}
    return Body("place", row["pk"], names, full, {key: name for key, name in bare.items() if key not in full})


def without_tier(item: tuple[Key, Name]) -> tuple[Key, Name]:
    key, name = item
    said = " ".join(key)
    for tier in BEFORE:
        if said.startswith(f"{tier} "):
            return key[len(tier.split()) :], name[len(tier.split()) :]
    for tier in AFTER:
        if said.endswith(f" {tier}"):
            return key[: -len(tier.split())], name[: -len(tier.split())]
    return key, name


def tells(key: Key, level: str) -> bool:
    return not "".join(key).isdigit() and (len(key) > 1 or level in ALONE)


def agency_of(row: dict[str, Any], units: dict[int, Body]) -> Body:
    """An agency; its name is also known without the territory that it ends in."""
    names = called(row)
    full = keyed([*names.values(), row["short_name"]])
    places = [key for unit in units.values() for key in unit.full]
    short = {key: name for item in full.items() for key, name in without_place(item, places)}
    return Body("agency", row["pk"], names, {k: n for k, n in full.items() if len(k) > 1}, short)


def without_place(item: tuple[Key, Name], places: list[Key]) -> Iterable[tuple[Key, Name]]:
    key, name = item
    for place in places:
        left = len(key) - len(place)
        if left > 1 and key[left:] == place:
            left -= key[left - 1] == "of"
            if left > 1:
                yield key[:left], name[:left]


def keyed(names: Iterable[str]) -> dict[Key, Name]:
    """Names by their folded words."""
    found = (tuple(tokens(clean(name))) for name in names if name)
    return {tuple(spell(word.exact)[1] for word in name): name for name in found if name}
