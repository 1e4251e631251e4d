"""What happens after too many wrong passwords: the account rests, and the page says until when."""

import datetime
from typing import Any

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from .models import User


def email(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The address tried, spelled one way, so that capitals buy no further tries."""
    given = credentials or request.POST
    tried = given.get("email") or given.get("username") or given.get("login") or ""
    return User.objects.normalize_email(tried)


def locked_until(address: str) -> datetime.datetime:
    """When the next try is allowed."""
    last = AccessAttempt.objects.filter(username=address).order_by("-attempt_time").first()
    return (last.attempt_time if last else timezone.now()) + (get_cool_off() or datetime.timedelta())


def answer(request: HttpRequest, original_response: object = None, credentials: Any = None) -> HttpResponse:
    """The page of a locked account; it tells nobody whether the account exists."""
    facts = {
        "until": locked_until(email(request, credentials)),
        "limit": settings.AXES_FAILURE_LIMIT,
        "contact": settings.CONTACT_EMAIL,
    }
    return render(request, "account/locked.html", facts, status=429)
