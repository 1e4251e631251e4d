"""Screens of the public site that are no pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read: everything public, and where its map is."""
    address = request.build_absolute_uri(reverse("sitemap"))
    return render(request, "robots.txt", {"sitemap": address}, content_type="text/plain; charset=utf-8")
