"""The way about the public site: the head of every page, the path to where one is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.moderation.models import public

from .addresses import address
from .choices import HelpAudience
from .freshness import while_fresh
from .models import HomePage, SectionIndexPage

HOME_DEPTH = 2


@dataclass(frozen=True)
class Signpost:
    """A page that the head or the foot of every page names."""

    title: str
    url: str
    path: str
    kind: str
    description: str


@dataclass(frozen=True)
class Place:
    """A page one can go to, and whether one is at it or below it."""

    title: str
    url: str
    is_here: bool = False
    is_page: bool = False


class Masthead:
    """What stands at the head and the foot of a page, or of a screen that is no page."""

    def __init__(self, signposts: list[Signpost], page: Page | None = None) -> None:
        self.signposts, self.page = signposts, page

    @cached_property
    def home(self) -> Signpost | None:
        return next((signpost for signpost in self.signposts if signpost.kind == HomePage.kind), None)

    @property
    def home_url(self) -> str:
        return reverse("wagtail_serve", args=[""])

    @property
    def search_url(self) -> str:
        return reverse("search:results")

    @property
    def tagline(self) -> str:
        return self.home.title if self.home else _("Foreign information archive")

    @property
    def about(self) -> str:
        return self.home.description if self.home else ""

    @cached_property
    def sections(self) -> list[Place]:
        return self.places(SectionIndexPage.kind)

    @cached_property
    def help(self) -> list[Place]:
        """Guidance for everybody, and what the archive says about itself."""
        return self.places("help")

    @cached_property
    def crumbs(self) -> list[Place]:
        """From the first page down to the one above this."""
        if not self.page or (self.page.depth or 0) <= HOME_DEPTH:
            return []
        above = [signpost for signpost in self.signposts if self.is_above(signpost) and signpost != self.home]
        return [Place(_("First page"), self.home_url), *(self.place(signpost) for signpost in above)]

    def places(self, kind: str) -> list[Place]:
        return [self.place(signpost) for signpost in self.signposts if signpost.kind == kind]

    def place(self, signpost: Signpost) -> Place:
        is_page = self.page is not None and self.page.path == signpost.path
        return Place(signpost.title, signpost.url, is_page or self.is_above(signpost), is_page)

    def is_above(self, signpost: Signpost) -> bool:
        return self.page is not None and self.page.path != signpost.path and self.page.path.startswith(signpost.path)


def masthead(request: HttpRequest | None, page: Page | None = None) -> Masthead:
    language = get_language() or ""
    return Masthead(while_fresh(("signposts",), lambda: signposts(language, request), request), page)


def signposts(language: str, request: HttpRequest | None) -> list[Signpost]:
    """The pages that the head and the foot name: home, its sections, and what the archive says to everybody."""
    guidance = Q(helppage__help_audience=HelpAudience.EVERYBODY, depth=HOME_DEPTH + 1)
    named = Q(homepage__isnull=False) | Q(sectionindexpage__isnull=False) | guidance
    pages = public(Page.objects.filter(named, locale__language_code=language))
    return [signpost(page, request) for page in pages.order_by(Coalesce(Subquery(source_path()), F("path")))]


def source_path() -> QuerySet:
    """Where the source of the outer page stands: every language keeps the order that was given to the source."""
    family = Page.objects.filter(translation_key=OuterRef("translation_key"))
    return family.filter(locale__language_code=settings.LANGUAGE_CODE).values("path")[:1]


def signpost(page: Any, request: HttpRequest | None) -> Signpost:
    kind = page.specific_class.kind
    return Signpost(page.title, address(page, request), page.path, kind, page.search_description)
