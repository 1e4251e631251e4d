"""What the public templates ask: the head of the page, its languages, facts and days, words that machines read."""

import re
from typing import Any
from urllib.parse import urlsplit

from django import template

from .. import (
    cards,
    citations,
    dates,
    facts,
    kinds,
    languages,
    navigation,
    neighbours,
    outline,
    pictures,
    structured,
    tongues,
    voices,
)

register = template.Library()

LOOKS = ("light", "dark")
FIGURE = re.compile(r"^[-–]?\d[\d .,]*\s?%?$")

register.filter("day", dates.day)
register.filter("rhythm", kinds.rhythm)
register.filter("ratio", pictures.ratio)
register.filter("ratio_class", pictures.ratio_class)
register.simple_tag(dates.when, name="when")
register.simple_tag(dates.span, name="span")
register.simple_tag(kinds.kind_name, name="kind_name")
register.simple_tag(citations.picture_credit, name="picture_credit")
register.simple_tag(voices.voice, name="speaker")
register.simple_tag(voices.later_statement, name="later_statement")
register.simple_tag(voices.public_versions, name="public_versions")
register.simple_tag(tongues.lang_of, name="lang_of")


@register.simple_tag(takes_context=True)
def look(context: Any) -> str:
    """The reader's choice of light or dark, which lives in the address alone: no cookie is set for it."""
    request = context.get("request")
    chosen = request.GET.get("look", "") if request else ""
    return chosen if chosen in LOOKS else ""


@register.filter
def keeping(url: str, chosen: str) -> str:
    """An address of ours that keeps the reader's light or dark."""
    if not chosen or not url:
        return url
    path, mark, fragment = url.partition("#")
    return f"{path}{'&' if '?' in path else '?'}look={chosen}{mark}{fragment}"


@register.simple_tag(takes_context=True)
def masthead(context: Any) -> navigation.Masthead:
    return navigation.masthead(context.get("request"), shown_page(context))


@register.simple_tag(takes_context=True)
def translations(context: Any) -> list[languages.Version]:
    """Every language of the archive, with the address of what is shown in it."""
    return languages.versions(shown_page(context), context.get("request"))


@register.simple_tag(takes_context=True)
def record_facts(context: Any, page: Any, versions: list[languages.Version]) -> facts.Facts:
    """When, who, where and code of a page."""
    return facts.Facts(page, versions, is_draft=getattr(context.get("request"), "is_preview", False))


@register.simple_tag
def fetch_pictures(page: Any) -> str:
    """Fetch the copies of all pictures of a page at once, before any of them is drawn."""
    pictures.fetch_copies(page)
    return ""


@register.simple_tag(takes_context=True)
def card(context: Any, page: Any, versions: list[languages.Version]) -> cards.Card:
    return cards.card(page, versions, context.get("request"))


@register.simple_tag(takes_context=True)
def structured_data(context: Any, page: Any, code: str = "") -> str:
    """The page described for machines, as a data block."""
    return structured.script(page, code, context.get("request"))


@register.simple_tag(takes_context=True)
def related(context: Any, page: Any) -> list[Any]:
    """Other records on the same themes, the newest first."""
    return neighbours.on_the_same_themes(page, context.get("request"))


@register.simple_tag(takes_context=True)
def picture_set(context: Any, page: Any) -> neighbours.PictureSet | None:
    """The gallery in which a picture stands, with the pictures before and after it."""
    return neighbours.set_around(page, context.get("request"))


@register.simple_tag(takes_context=True)
def gallery_pictures(context: Any, page: Any) -> list[Any]:
    """The pictures of a gallery that readers may see, in its order."""
    return neighbours.pictures_of(page, context.get("request"))


@register.simple_tag
def legal_outline(page: Any) -> outline.Outline:
    return outline.outline(page.body)


@register.simple_tag
def replacements(page: Any) -> neighbours.Replacements:
    """Public documents that this one replaces, and those that replace it."""
    return neighbours.replacements(page)


@register.simple_tag(takes_context=True)
def next_number(context: Any, series: str) -> int:
    """A number that no other thing of the series bears on this page, for names that elements refer to."""
    owner = context.get("page") or context.get("request")
    counted = getattr(owner, "_numbered", {})
    counted[series] = counted.get(series, 0) + 1
    owner._numbered = counted
    return counted[series]


@register.filter
def is_figure(cell: str | None) -> bool:
    """The cell holds a number, so it stands right."""
    return bool(cell and FIGURE.match(cell.strip()))


@register.filter
def language_name(code: str) -> str:
    """The name of a language, in the reader's own."""
    return str(languages.SHORT_NAMES.get(code, code))


@register.filter
def host(url: str) -> str:
    """Whose site an address leads to."""
    return urlsplit(url).hostname or url


def shown_page(context: Any) -> Any:
    """The page being shown; a screen that is no page may carry some other thing of that name (a paginator's page)."""
    page = context.get("page")
    return page if hasattr(page, "url_path") else None
