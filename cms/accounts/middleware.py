"""Before anything else: a password of one's own."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from .passwords import must_change

OPEN = ("account_change_password", "account_logout", "account_language", "wagtailadmin_logout")


class FirstSignIn:
    """Whoever has a temporary or an expired password sees one page only: where to change it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        user = request.user
        if not user.is_authenticated or not must_change(user) or is_open(request.path_info):
            return self.get_response(request)
        if request.path_info.startswith("/api/"):
            return JsonResponse({"detail": _("Change your password first.")}, status=403)
        return redirect("account_change_password")


def is_open(path: str) -> bool:
    return path in {reverse(name) for name in OPEN} or path.startswith(settings.STATIC_URL)
