"""The way about the public site: the head of every page, the path to where one is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.moderation.models import public

from .choices import HelpAudience
from .models import HelpPage, HomePage, SectionIndexPage

HOME_DEPTH = 2


@dataclass(frozen=True)
class Place:
    """A page one can go to, and whether one is at it or below it."""

    title: str
    url: str
    is_here: bool = False
    is_page: bool = False


@dataclass(frozen=True)
class Masthead:
    """What stands at the head and the foot of every page in one language; asked of the database once."""

    language: str
    request: HttpRequest | None = None
    page: Page | None = None
    pages: list[Page] = field(default_factory=list)

    @cached_property
    def home(self) -> Page | None:
        return next((page for page in self.pages if page.specific_class is HomePage), None)

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
        return self.home.search_description if self.home else ""

    @cached_property
    def sections(self) -> list[Place]:
        return [self.place(page) for page in self.pages if page.specific_class is SectionIndexPage]

    @cached_property
    def help(self) -> list[Place]:
        """Guidance for everybody, and what the archive says about itself."""
        return [self.place(page) for page in self.pages if page.specific_class is HelpPage]

    @cached_property
    def crumbs(self) -> list[Place]:
        """From the first page down to the one above this."""
        if not self.page or not self.home or self.page.depth <= self.home.depth:
            return []
        above = [page for page in self.pages if is_above(page, self.page)]
        return [Place(_("First page"), self.home_url), *(self.place(page) for page in above if page != self.home)]

    def place(self, page: Page) -> Place:
        here = self.page is not None and (page.pk == self.page.pk or is_above(page, self.page))
        url = page.get_url(self.request) or ""
        return Place(page.title, url, is_here=here, is_page=here and page.pk == self.page.pk)  # type: ignore[union-attr]


def is_above(ancestor: Page, page: Page) -> bool:
    return page.path.startswith(ancestor.path) and page.path != ancestor.path


def masthead(request: HttpRequest | None, page: Page | None = None) -> Masthead:
    """The head for a page, or for a screen that is no page."""
    language = get_language() or ""
    return Masthead(language=language, request=request, page=page, pages=list(signposts(language)))


def signposts(language: str) -> QuerySet:
    """The pages that the head and the foot name: home, its sections, and what the archive says to everybody."""
    guidance = Q(helppage__help_audience=HelpAudience.EVERYBODY, depth=HOME_DEPTH + 1)
    named = Q(homepage__isnull=False) | Q(sectionindexpage__isnull=False) | guidance
    return public(Page.objects.filter(named, locale__language_code=language)).order_by("path")
