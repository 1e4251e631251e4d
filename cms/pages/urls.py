"""Addresses of the public site that are no pages: below every language, and below none."""

from django.contrib.sitemaps import views as maps
from django.urls import path

from .feeds import LatestFeed
from .sitemaps import sitemaps
from .views import robots

in_every_language = [
    path("feed/", LatestFeed(), name="feed"),
]

maps_of = {"sitemaps": sitemaps()}

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", maps.index, {**maps_of, "sitemap_url_name": "sitemap_of_language"}, name="sitemap"),
    path("sitemap-<section>.xml", maps.sitemap, maps_of, name="sitemap_of_language"),
]
