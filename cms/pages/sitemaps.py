"""The map for search engines: every public page of every language, each naming its real translations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from wagtail.models import Page

from cms.moderation.models import public

from .addresses import address
from .cards import default_of


class LanguageSitemap(Sitemap):
    """The public pages of one language."""

    limit = 5000

    def __init__(self, code: str) -> None:
        self.code = code

    def items(self) -> QuerySet:
        pages = Page.objects.filter(locale__language_code=self.code, alias_of=None, depth__gt=1)
        return public(pages).order_by("pk").only("url_path", "translation_key", "last_published_at")

    def get_latest_lastmod(self) -> datetime | None:
        return self.items().aggregate(latest=Max("last_published_at"))["latest"]

    def get_urls(self, page: int | str = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        """One line a page, with the addresses of its translations."""
        base = f"{self.get_protocol(protocol)}://{self.get_domain(site)}"
        pages = list(self.paginator.page(page).object_list)
        addresses = addresses_of(pages, base)
        return [described(page, self.code, addresses[page.translation_key]) for page in pages]


def described(page: Page, code: str, addresses: dict[str, str]) -> dict[str, Any]:
    return {
        "item": page,
        "location": addresses[code],
        "lastmod": page.last_published_at,
        "alternates": [{"lang_code": code, "location": url} for code, url in with_default(addresses)],
    }


def with_default(addresses: dict[str, str]) -> list[tuple[str, str]]:
    """The translations, and the one for readers of any other language."""
    return [*addresses.items(), ("x-default", default_of(addresses))]


def addresses_of(pages: Iterable[Page], base: str) -> dict[Any, dict[str, str]]:
    """By translation key, the address of every public translation of these pages."""
    keys = [page.translation_key for page in pages]
    found = public(Page.objects.filter(translation_key__in=keys, alias_of=None)).select_related("locale")
    addresses: dict[Any, dict[str, str]] = defaultdict(dict)
    for page in found.order_by("path").only("url_path", "translation_key", "locale__language_code"):
        addresses[page.translation_key][page.locale.language_code] = base + address(page)
    return addresses


def sitemaps() -> dict[str, LanguageSitemap]:
    return {code: LanguageSitemap(code) for code, name in settings.WAGTAIL_CONTENT_LANGUAGES}
