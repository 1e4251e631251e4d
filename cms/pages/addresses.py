"""From addresses to public pages and back, without asking the database for what the cache knows."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction, Site

from cms.core.prepared import Prepared
from cms.moderation.models import ItemStatus

RELATED = ("locale", "source_agency", "cover", "image", "file", "issuer", "spokesperson", "delegation", "superseded_by")


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
    known = pages_at(slug=url_path.strip("/").rpartition("/")[2], url_path=url_path)
    if not known or known[0][2]:
        return None
    model = ContentType.objects.get_for_id(known[0][1]).model_class()
    found = whole_pages(model, pk=known[0][0]) if hasattr(model, "kind") else []
    return found[0] if found else None


def at(*, slug: str, url_path: str) -> QuerySet:
    """Number, kind and closedness of what stands at an address."""
    found = Page.objects.filter(slug=slug, url_path=url_path).annotate(is_closed=Exists(restrictions_above()))
    return found.values_list("pk", "content_type_id", "is_closed")


def restrictions_above() -> QuerySet:
    """Whatever closes the outer page or a page above it."""
    return PageViewRestriction.objects.annotate(below=Cast(OuterRef("path"), CharField())).filter(
        below__startswith=F("page__path")
    )


def whole(model: Any) -> QuerySet:
    """Public pages of a kind with what every template asks of them."""
    near = [name for name in RELATED if hasattr(model, name)]
    return model.objects.public().select_related(*near).annotate(record_code=Subquery(codes()))


def one_whole(model: Any, *, pk: int) -> QuerySet:
    return whole(model).filter(pk=pk)


def codes() -> QuerySet:
    """The number under which the archive keeps the outer page."""
    page_type = ContentType.objects.get_for_model(Page)
    rows = ItemStatus.objects.filter(base_content_type=page_type, object_id=Cast(OuterRef("pk"), CharField()))
    return rows.values("accession_number")[:1]


pages_at = Prepared(at, slug=str, url_path=str)
whole_pages = Prepared(one_whole, pk=int)
