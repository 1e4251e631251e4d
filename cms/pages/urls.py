"""Addresses of the public site: its pages, and below every language and below none what is no page."""

from django.contrib.sitemaps import views as maps
from django.urls import path, re_path
from wagtail.urls import serve_pattern

from . import views
from .feeds import LatestFeed
from .sitemaps import sitemaps
from .statement_lines import statements

in_every_language = [path("feed/", LatestFeed(), name="feed")]

pages = [re_path(serve_pattern, views.page, name="page")]

maps_of = {"sitemaps": sitemaps()}

urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path("api/statements.ndjson", statements, name="statements"),
    path("sitemap.xml", maps.index, {**maps_of, "sitemap_url_name": "sitemap_of_language"}, name="sitemap"),
    path("sitemap-<section>.xml", maps.sitemap, maps_of, name="sitemap_of_language"),
]
