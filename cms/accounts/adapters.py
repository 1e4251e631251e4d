"""How allauth behaves here: nobody signs up, and a chosen password ends the temporary one."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse

from . import services


class ClosedDoorAdapter(DefaultAccountAdapter):
    """Accounts are made by written request, never by a visitor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: Any, password: str) -> None:
        services.choose_password(user, password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """On to the work, not back to the form that was just filled in."""
        return reverse("wagtailadmin_home")
