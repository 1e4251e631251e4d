"""The ground on which records stand: the site, the first page and the sections, in both languages."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page, Site

from cms.pages.models import HomePage, SectionIndexPage

from .clock import working_days_after
from .review import Outcome, review
from .stories import Calendar, Story
from .tales import in_english
from .world import World
from .writing import draft

FIRST_PAGE, SECTIONS = date(2025, 8, 4), date(2025, 8, 18)
DESK = "so-ngoai-vu"
PUBLISHED = Outcome("published")
HOME = {"title": "title", "intro": "intro", "about": "about", "search_description": "description"}
SECTION = {"title": "title", "slug": "slug", "intro": "intro"}


def load_ground(world: World) -> None:
    """The first page, then the sections below it, each judged like any other text."""
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    root = Page.get_first_root_node()
    lay(world, [("home", root, HomePage, world.texts.structure["home"], HOME)], FIRST_PAGE)
    Site.objects.create(
        hostname="localhost", root_page=world.sections["home"], is_default_site=True, site_name="Hải Đăng"
    )
    rows = world.texts.structure["sections"]
    lay(
        world, [(row["key"], world.sections["home"], SectionIndexPage, row, SECTION) for row in rows], date(2025, 8, 18)
    )


def lay(world: World, pages: Iterable[tuple[Any, ...]], day: date) -> None:
    """Bring these pages to the public, one begun a working day: menus list them in the order they were written."""
    calendar = Calendar()
    for number, (key, *about) in enumerate(pages):
        calendar.begin(laid(world, key, *about), working_days_after(day, number), key)
    calendar.run()


def laid(world: World, key: str, parent: Any, model: Any, row: dict[str, str], names: dict[str, str]) -> Story:
    desk = world.desk(DESK)
    vietnamese, english = ({name: row[f"{source}_{code}"] for name, source in names.items()} for code in ("vi", "en"))
    page = draft(parent, desk.writer, model, {"slug": "vi", **vietnamese, "source_agency": desk.agency})
    world.sections[key] = page
    yield from review(desk, page, PUBLISHED)
    yield 1
    yield from in_english(desk, page, {"slug": "en", **english}, PUBLISHED)
