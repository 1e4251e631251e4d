"""What is new, as Atom: one feed a language, real texts of that language only."""

from __future__ import annotations

from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .entries import Entry, entries, newest
from .kinds import kind_name
from .models import HomePage

LENGTH = 30


class LatestFeed(Feed):
    """The newest records in the language of the address."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> list[Entry]:
        home = HomePage.objects.filter(locale__language_code=get_language()).public().first()
        return entries(newest(home, LENGTH), request) if home else []

    def title(self) -> str:
        return _("Hải Đăng: newest records")

    def subtitle(self) -> str:
        return _("Foreign information archive")

    def link(self) -> str:
        return reverse("wagtail_serve", args=[""])

    def feed_url(self) -> str:
        return reverse("feed")

    @property
    def language(self) -> str:  # type: ignore[override]
        """The language of the address, known only when asked."""
        return get_language() or ""

    def items(self, newest_entries: list[Entry]) -> list[Entry]:
        return newest_entries

    def item_title(self, entry: Entry) -> str:
        return entry.title

    def item_description(self, entry: Entry) -> str:
        return entry.intro

    def item_link(self, entry: Entry) -> str:
        return entry.url

    def item_author_name(self, entry: Entry) -> str:
        return entry.agency

    def item_categories(self, entry: Entry) -> list[str]:
        return [kind_name(entry.kind)]

    def item_pubdate(self, entry: Entry) -> Any:
        return entry.published_on

    def item_updateddate(self, entry: Entry) -> Any:
        return entry.last_published_on
