"""Telling visitors apart for a day without keeping who they are: a hash with a salt that lives in the cache alone."""

import hashlib
import hmac
import secrets

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from cms.core import clock

A_DAY = 86_400


def mark(request: HttpRequest) -> str:
    """The same for one visitor on one day; another tomorrow, and nobody can reckon back from it."""
    said = f"{network_address(request)}|{request.headers.get('User-Agent', '')[:300]}"
    return hmac.new(salt(), said.encode(), hashlib.sha256).hexdigest()[:32]


def salt() -> bytes:
    name = f"search.salt.{clock.today()}"
    cache.add(name, secrets.token_bytes(32), A_DAY)
    return cache.get(name, b"")


def network_address(request: HttpRequest) -> str:
    """Whence the request came; behind a proxy, what the proxy saw, which it writes last."""
    told = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return told.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def is_new(what: str, who: str) -> bool:
    """Is it the first time today that this visitor does this?"""
    return cache.add(f"search.once.{what}.{who}", 1, A_DAY)


def is_too_often(what: str, who: str, most: int, seconds: int) -> bool:
    """Count what a visitor does, and say when it was more than enough."""
    name = f"search.often.{what}.{who}"
    if cache.add(name, 1, seconds):
        return most < 1
    try:
        return cache.incr(name) > most
    except ValueError:  # it ended in between
        return False
