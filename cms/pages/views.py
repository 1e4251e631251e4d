"""Screens of the public site: its pages by the short way, and what crawlers ask."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.views import serve

from .addresses import public_page_at


def page(request: HttpRequest, path: str) -> HttpResponseBase:
    """A public page straight from its address. All else takes Wagtail's own way, with every lock on it."""
    found = public_page_at(path, get_language() or "") if request.method in ("GET", "HEAD") else None
    return found.serve(request) if found else serve(request, path)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read: everything public, and where its map is."""
    address = request.build_absolute_uri(reverse("sitemap"))
    return render(request, "robots.txt", {"sitemap": address}, content_type="text/plain; charset=utf-8")
