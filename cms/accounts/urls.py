"""The door: allauth's pages, without those by which somebody could change who they are."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import include, path, re_path
from django.views.i18n import set_language


def not_here(request: HttpRequest, **_facts: Any) -> None:
    """An e-mail address belongs to the account and is changed by whoever opened it."""
    raise Http404


urlpatterns = [
    path("language/", set_language, name="account_language"),
    path("signup/", not_here),
    re_path("^(confirm-)?email/", not_here),
    path("", include("allauth.urls")),
]
