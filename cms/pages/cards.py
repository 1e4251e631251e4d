"""What other sites show of a page when somebody passes its address on, and where its translations are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static

from .addresses import address
from .languages import Version

LOCALES = {"vi": "vi_VN", "en": "en_GB", "fr": "fr_FR", "zh-hans": "zh_CN", "ja": "ja_JP", "ko": "ko_KR", "lo": "lo_LA"}
DEFAULT_ORDER = ("en", "vi")
CARD_SIZE = (1200, 630)
ARTICLES = {"article", "legal", "statement", "release"}


@dataclass(frozen=True)
class CardImage:
    """The picture of a card, with what is read aloud in its place."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Alternate:
    """An address of the same record in a language; `x-default` is for readers of any other."""

    code: str
    url: str


@dataclass(frozen=True)
class Card:
    """A page in one glance."""

    title: str
    description: str
    url: str
    type: str
    locale: str
    image: CardImage
    alternates: list[Alternate]


def card(page: Any, versions: list[Version], request: HttpRequest | None) -> Card:
    return Card(
        title=page.seo_title or page.title,
        description=page.search_description or getattr(page, "search_intro", "") or "",
        url=absolute(address(page, request), request),
        type="article" if getattr(page, "kind", "") in ARTICLES else "website",
        locale=LOCALES[page.locale.language_code],
        image=card_image(page, request),
        alternates=alternates(versions, request),
    )


def picture_of(page: Any) -> Any:
    """The picture that stands for a page, if one does."""
    return getattr(page, "image", None) or getattr(page, "cover", None)


def card_image(page: Any, request: HttpRequest | None) -> CardImage:
    """The widest copy that is ready; the sign of the house where there is none."""
    image = picture_of(page)
    copies = [copy for copy in image.renditions.all() if copy.filter_spec.endswith("format-jpeg")] if image else []
    if copies:
        copy = max(copies, key=lambda copy: copy.width)
        return CardImage(absolute(copy.url, request), copy.width, copy.height, image.alt_text or page.title)
    width, height = CARD_SIZE
    return CardImage(absolute(static("images/share.png"), request), width, height, "Hải Đăng")


def alternates(versions: list[Version], request: HttpRequest | None) -> list[Alternate]:
    """Every real translation, and the one for readers of any other language."""
    urls = {version.code: absolute(version.url, request) for version in versions if version.url}
    found = [Alternate(code, url) for code, url in urls.items()]
    return [*found, Alternate("x-default", default_of(urls))] if urls else []


def default_of(urls: dict[str, str]) -> str:
    """Which of the translations serves readers of any other language."""
    return next(urls[code] for code in (*DEFAULT_ORDER, *urls) if code in urls)


def absolute(url: str, request: HttpRequest | None) -> str:
    return request.build_absolute_uri(url) if request and url else url
