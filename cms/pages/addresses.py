"""From addresses to public pages and back, without asking the database for what the cache knows."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction, Site

from cms.moderation.models import ItemStatus

RELATED = ("locale", "source_agency", "cover", "image", "file", "issuer")


def address(page: Page, request: HttpRequest | None = None) -> str:
    """Where a page is on this site; empty where no site shows it."""
    parts = page.get_url_parts(request=request)
    return (parts and parts[2]) or ""


def public_page_at(path: str, language: str) -> Any:
    """The public page at an address below a language; None when it is not plainly public, or not plainly anything."""
    roots = [root.root_path for root in Site.get_site_root_paths() if root.language_code == language]
    if len(roots) != 1:
        return None
    url_path = roots[0] + path
    found = Page.objects.filter(slug=url_path.strip("/").rpartition("/")[2], url_path=url_path).annotate(
        is_closed=Exists(restrictions_above())
    )
    known = found.values_list("pk", "content_type_id", "is_closed").first()
    if not known or known[2]:
        return None
    model = ContentType.objects.get_for_id(known[1]).model_class()
    return whole(model).filter(pk=known[0]).first() if hasattr(model, "kind") else None


def restrictions_above() -> QuerySet:
    """Whatever closes the outer page or a page above it."""
    return PageViewRestriction.objects.annotate(below=Cast(OuterRef("path"), CharField())).filter(
        below__startswith=F("page__path")
    )


def whole(model: Any) -> QuerySet:
    """Public pages of a kind with what every template asks of them."""
    near = [name for name in RELATED if hasattr(model, name)]
    return model.objects.public().select_related(*near).annotate(record_code=Subquery(codes()))


def codes() -> QuerySet:
    """The number under which the archive keeps the outer page."""
    page_type = ContentType.objects.get_for_model(Page)
    rows = ItemStatus.objects.filter(base_content_type=page_type, object_id=Cast(OuterRef("pk"), CharField()))
    return rows.values("accession_number")[:1]
