"""Pages described for machines in the words of schema.org. The data can never run as code."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from .addresses import address
from .cards import absolute, card_image
from .choices import ArticleKind, Validity, Verdict
from .citations import ARCHIVE, agency_name

CONTEXT = "https://schema.org"
TYPES = {
    "article": "Article",
    "image": "ImageObject",
    "gallery": "ImageGallery",
    "legal": "Legislation",
    "statement": "ClaimReview",
    "release": "NewsArticle",
    "section": "CollectionPage",
    "home": "WebSite",
    "help": "WebPage",
}
FORCE = {
    Validity.IN_FORCE: "https://schema.org/InForce",
    Validity.PARTLY: "https://schema.org/PartiallyInForce",
    Validity.EXPIRED: "https://schema.org/NotInForce",
    Validity.REPLACED: "https://schema.org/NotInForce",
}
# From 1 (wrong) to 5 (right), as readers of ClaimReview expect; what is unproven is rated by no figure.
RATINGS = {Verdict.FALSE: 1, Verdict.MISLEADING: 2, Verdict.OUT_OF_CONTEXT: 2}
# Characters that could end a script element or a line of script; JSON reads the escapes as the same letters.
UNSAFE = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}

Data = dict[str, Any]


def script(page: Any, code: str, request: HttpRequest | None) -> SafeString:
    """The description as a data block, which browsers do not run."""
    text = json.dumps(described(page, code, request), ensure_ascii=False, default=str).translate(UNSAFE)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def described(page: Any, code: str, request: HttpRequest | None) -> Data:
    describe = {
        "image": picture,
        "legal": legal,
        "article": article,
        "home": website,
        "statement": claim_review,
        "release": release,
    }.get(page.kind, no_more)
    data = {**common(page, code, request), **describe(page, request)}
    return {name: value for name, value in data.items() if value not in (None, "", [])}


def common(page: Any, code: str, request: HttpRequest | None) -> Data:
    """What every page says of itself."""
    return {
        "@context": CONTEXT,
        "@type": TYPES.get(page.kind, "WebPage"),
        "url": absolute(address(page, request), request),
        "name": page.title,
        "description": page.search_description or page.search_intro,
        "inLanguage": page.locale.language_code,
        "datePublished": page.first_published_at and page.first_published_at.isoformat(),
        "dateModified": page.last_published_at and page.last_published_at.isoformat(),
        "identifier": code,
        "publisher": publisher(page),
    }


def publisher(page: Any) -> Data:
    return {"@type": "GovernmentOrganization", "name": agency_name(page) or ARCHIVE}


def article(page: Any, request: HttpRequest | None) -> Data:
    return {
        "@type": "NewsArticle" if page.article_kind == ArticleKind.NEWS else "Article",
        "headline": page.title[:110],
        "image": card_image(page, request).url,
        "author": author(page),
        "mainEntityOfPage": absolute(address(page, request), request),
    }


def author(page: Any) -> Data:
    """The person who wrote it; the agency where no person is named."""
    return {"@type": "Person", "name": page.author_text} if page.author_text else publisher(page)


def picture(page: Any, request: HttpRequest | None) -> Data:
    """A picture with the words that make it findable as a picture that may be used under terms."""
    url = absolute(address(page, request), request)
    image = page.image
    return {
        "contentUrl": card_image(page, request).url,
        "caption": page.caption or (image.caption if image else ""),
        "creditText": image.credit if image else "",
        "creator": author(page),
        "license": f"{url}#rights",
        "acquireLicensePage": f"{url}#rights",
        "copyrightNotice": page.rights_line,
        "dateCreated": page.activity_date and page.activity_date.isoformat(),
    }


def legal(page: Any, request: HttpRequest | None) -> Data:
    return {
        "legislationIdentifier": page.number,
        "legislationDate": page.issued_on and page.issued_on.isoformat(),
        "legislationDateVersion": page.effective_from and page.effective_from.isoformat(),
        "legislationPassedBy": {"@type": "GovernmentOrganization", "name": page.issuer_name or agency_name(page)},
        "legislationLegalForce": FORCE.get(page.validity, ""),
    }


def claim_review(page: Any, request: HttpRequest | None) -> Data:
    """What was said, by whom and where, and what we found."""
    rating: Data = {"@type": "Rating", "alternateName": str(page.get_verdict_display())}
    if figure := RATINGS.get(page.verdict):
        rating |= {"ratingValue": figure, "worstRating": 1, "bestRating": 5}
    return {
        "claimReviewed": page.said,
        "itemReviewed": claim(page),
        "reviewRating": rating,
        "author": publisher(page),
        "mainEntityOfPage": absolute(address(page, request), request),
    }


def claim(page: Any) -> Data:
    said = {
        "@type": "Claim",
        "datePublished": page.said_on and page.said_on.isoformat(),
        "author": {"@type": "Organization", "name": page.said_where} if page.said_where else None,
        "appearance": {"@type": "CreativeWork", "url": page.said_url} if page.said_url else None,
    }
    return {name: value for name, value in said.items() if value}


def release(page: Any, request: HttpRequest | None) -> Data:
    return {
        "headline": page.title[:110],
        "identifier": page.number,
        "dateCreated": page.released_on and page.released_on.isoformat(),
        "author": publisher(page),
        "mainEntityOfPage": absolute(address(page, request), request),
    }


def website(page: Any, request: HttpRequest | None) -> Data:
    return {"name": ARCHIVE, "alternateName": page.title}


def no_more(page: Any, request: HttpRequest | None) -> Data:
    return {}
