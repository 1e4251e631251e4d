"""The search page in every language, and its twin for machines, which names its language in the question."""

from django.urls import include, path

from . import health, taking, views
from .saved import views as saved

in_every_language = [
    path("", views.results, name="results"),
    path("suggest/", views.suggest, name="suggest"),
    path("feed/", taking.feed, name="feed"),
    path("export.csv", taking.csv_table, name="csv"),
    path("export.json", taking.json_data, name="json"),
    path("follow/", saved.follow, name="follow"),
    path("follow/asked/", saved.letter_sent, name="asked"),
    path("follow/<slug:token>/confirm/", saved.confirm, name="confirm"),
    path("follow/<slug:token>/leave/", saved.leave, name="leave"),
]
public_urlpatterns = [path("search/", include((in_every_language, "search")))]
api_urlpatterns = [path("api/search/", views.api, name="search_api")]
health_urlpatterns = [path("health/", health.health, name="health")]
metrics_urlpatterns = [path("metrics", health.metrics, name="metrics")]
