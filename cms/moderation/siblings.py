"""The other languages of items: which there are, where each stands, and which is older than its source."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from . import looks
from .choices import State
from .models import ItemStatus
from .outdated import outdated_translations


@dataclass(frozen=True)
class Sibling:
    """One language of an item."""

    code: str
    language: str
    status: ItemStatus | None = None
    outdated_since: datetime.date | None = None

    @property
    def state(self) -> str:
        """Where it stands, in a word."""
        if self.status is None:
            return _("none yet")
        if self.outdated_since and self.status.state == State.PUBLISHED:
            return _("older than the source")
        return self.status.get_state_display()

    @property
    def url(self) -> str:
        status = self.status
        return reverse("review:item", args=[status.content_type_id, status.object_id]) if status else ""

    @property
    def lack(self) -> str:
        """English is owed to the world; other languages are welcome."""
        if self.code == "en" and self.status is None:
            return _("No English version yet")
        if self.outdated_since:
            return _("The %(language)s text is older than its source") % {"language": self.language}
        return ""


class Siblings:
    """Looks up the languages of many items, whatever their number, in six queries."""

    def __init__(self, statuses: list[ItemStatus]) -> None:
        self.base = ContentType.objects.get_for_model(Page)
        numbers = [int(status.object_id) for status in statuses if status.base_content_type_id == self.base.pk]
        self.keys = dict(Page.objects.filter(pk__in=numbers).values_list("pk", "translation_key"))
        self.family = self.families()
        self.outdated = outdated_translations(set(self.keys.values()))

    def families(self) -> dict[Any, dict[str, ItemStatus]]:
        """For every translation key, the rows of its pages by language."""
        pages = Page.objects.filter(translation_key__in=set(self.keys.values()), alias_of=None)
        keys = {str(pk): key for pk, key in pages.values_list("pk", "translation_key")}
        families: dict[Any, dict[str, ItemStatus]] = {}
        for status in ItemStatus.objects.filter(base_content_type=self.base, object_id__in=keys):
            families.setdefault(keys[status.object_id], {})[status.language] = status
        return families

    def of(self, status: ItemStatus) -> list[Sibling]:
        """Every language of the archive, with where the item stands in it."""
        key = self.keys.get(int(status.object_id)) if status.object_id.isdigit() else None
        found = self.family.get(key, {status.language: status})
        return [
            Sibling(code, str(name), found.get(code), self.outdated.get((key, code)))
            for code, name in looks.content_languages()
        ]
