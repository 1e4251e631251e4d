"""In which languages a page can be read: its real, public translations and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.moderation.models import public

from .addresses import address
from .freshness import while_fresh

PAGES = ("page", "wagtail_serve")
SHORT_NAMES = {
    "vi": pgettext_lazy("language of a text", "Vietnamese"),
    "en": pgettext_lazy("language of a text", "English"),
    "fr": pgettext_lazy("language of a text", "French"),
    "zh-hans": pgettext_lazy("language of a text", "Chinese"),
    "ja": pgettext_lazy("language of a text", "Japanese"),
    "ko": pgettext_lazy("language of a text", "Korean"),
    "lo": pgettext_lazy("language of a text", "Lao"),
}
MISSING = {
    "vi": _("Not yet in Vietnamese"),
    "en": _("Not yet in English"),
    "fr": _("Not yet in French"),
    "zh-hans": _("Not yet in Chinese"),
    "ja": _("Not yet in Japanese"),
    "ko": _("Not yet in Korean"),
    "lo": _("Not yet in Lao"),
}


@dataclass(frozen=True)
class Version:
    """One language of a page: where it is, or the words that say there is none yet."""

    code: str
    name: str
    url: str = ""
    is_current: bool = False
    changed: datetime | None = None

    @property
    def missing(self) -> str:
        return str(MISSING[self.code])


def versions(page: Page | None, request: HttpRequest | None) -> list[Version]:
    """Every language of the archive, with the address of the text in it where there is one."""
    if page and page.pk:
        return page_versions(page, request)
    urls, current = screen_urls(request), get_language()
    return [Version(code, name, urls[code], code == current) for code, name in settings.WAGTAIL_CONTENT_LANGUAGES]


def page_versions(page: Page, request: HttpRequest | None) -> list[Version]:
    """The page itself and its public translations."""
    known = while_fresh(("versions", page.pk), lambda: other_versions(page, request), request)
    known[page.locale.language_code] = address(page, request), page.last_published_at
    return [
        Version(code, name, known[code][0], code == page.locale.language_code, known[code][1])
        if code in known
        else Version(code, name)
        for code, name in settings.WAGTAIL_CONTENT_LANGUAGES
    ]


def other_versions(page: Page, request: HttpRequest | None) -> dict[str, tuple[str, datetime | None]]:
    """Addresses of its public translations by language, and when each was last published."""
    others = public(Page.objects.filter(translation_key=page.translation_key, alias_of=None).exclude(pk=page.pk))
    named = others.annotate(language=F("locale__language_code")).only("url_path", "last_published_at")
    return {found.language: (address(found, request), found.last_published_at) for found in named}


def screen_urls(request: HttpRequest | None) -> dict[str, str]:
    """Addresses of a screen that every language has; the first page where there is none such (a page not found)."""
    match = getattr(request, "resolver_match", None)
    if request is None or match is None or match.url_name in PAGES:
        return {code: first_page(code) for code, name in settings.WAGTAIL_CONTENT_LANGUAGES}
    path = request.get_full_path()
    return {code: translate_url(path, code) for code, name in settings.WAGTAIL_CONTENT_LANGUAGES}


def first_page(code: str) -> str:
    with override(code):
        return reverse("wagtail_serve", args=[""])


def languages_of(pages: Iterable[Any]) -> dict[Any, list[str]]:
    """Codes of the languages in which each of the pages can be read, in the archive's order, by translation key."""
    keys = [page.translation_key for page in pages]
    found = public(Page.objects.filter(translation_key__in=keys, alias_of=None))
    codes: dict[Any, set[str]] = {}
    for key, code in found.values_list("translation_key", "locale__language_code"):
        codes.setdefault(key, set()).add(code)
    return {key: [code for code, name in settings.WAGTAIL_CONTENT_LANGUAGES if code in codes[key]] for key in codes}
