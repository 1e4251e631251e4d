"""The search page in every language, and its twin for machines, which names its language in the question."""

from django.urls import include, path

from . import health, views

public_urlpatterns = [path("search/", include(([path("", views.results, name="results")], "search")))]
api_urlpatterns = [path("api/search/", views.api, name="search_api")]
health_urlpatterns = [path("health/", health.health, name="health")]
metrics_urlpatterns = [path("metrics", health.metrics, name="metrics")]
