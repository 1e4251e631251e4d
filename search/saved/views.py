"""Follow a search by letter, and stop. These forms give nobody a right, so they need no cookie against forgery."""

from time import time
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from .. import visitors
from ..saying import said
from ..wishes import Wish
from . import letters, services
from .models import LONGEST_QUERY, Cadence, SavedSearch

SALT = "search.saved.form"
FASTEST, SLOWEST = 2, 24 * 3600  # seconds between a page being shown and a person sending its form
MOST_AN_HOUR, MOST_AN_ADDRESS = 5, 5
LONGEST_FORM = 8_000


def seal() -> str:
    """Says when a form was shown, so that a program that sends it at once is known."""
    return signing.dumps(int(time()), salt=SALT)


def is_a_persons(form: QueryDict) -> bool:
    """A field that people do not see is empty, and the form was not filled in faster than one can read."""
    try:
        shown = signing.loads(form.get("sealed", ""), salt=SALT, max_age=SLOWEST)
    except signing.BadSignature:
        return False
    return not form.get("website") and time() - shown >= FASTEST


@csrf_exempt
@require_POST
def follow(request: HttpRequest) -> HttpResponse:
    """Somebody wants letters on a search."""
    form, wish = request.POST, asked(request.POST)
    address, cadence = form.get("address", "").strip()[:300], form.get("cadence", "")
    if not is_a_persons(form):
        return again(request, wish, _("The form was sent too fast or lay open too long. Send it again."), address)
    if not services.is_address(address):
        return again(request, wish, _("The address is incomplete. Example: name@example.org"), address)
    if is_too_often(request, address):
        return again(request, wish, _("That was often in a short time. Try again in an hour."), address, status=429)
    if len(wish.address()) > LONGEST_QUERY:
        return again(request, wish, _("That search is too long to be followed. Use fewer words."), address)
    chosen = cadence if cadence in Cadence else Cadence.WEEKLY
    services.ask(address, language=wish.language, query=wish.address(), cadence=chosen)
    return redirect("search:asked")


def asked(form: QueryDict) -> Wish:
    """The search that the form is about."""
    query = QueryDict(form.get("query", "").removeprefix("?")[:LONGEST_FORM])
    return Wish.read(query, get_language() or settings.LANGUAGE_CODE)


def is_too_often(request: HttpRequest, address: str) -> bool:
    """So that nobody's letter box is filled from here, nor this form tried out by a program."""
    by_one = visitors.is_too_often("follow", visitors.mark(request), MOST_AN_HOUR, 3600)
    return visitors.is_too_often("letters", address.lower(), MOST_AN_ADDRESS, 24 * 3600) or by_one


def again(request: HttpRequest, wish: Wish, error: str, address: str, status: int = 400) -> HttpResponse:
    """The form once more, with what to do."""
    shown = {"query": wish.address(), "error": error, "address": address, "sealed": seal(), "search": said(wish)}
    return render(request, "search/follow.html", shown, status=status)


@require_safe
def letter_sent(request: HttpRequest) -> HttpResponse:
    return word(request, "asked")


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The owner of the address says yes, by a button: programs that try every link in a letter do not."""
    saved = SavedSearch.by_token(token)
    if saved is None:
        return word(request, "unknown", status=404)
    if request.method == "POST":
        services.confirm(saved)
        return word(request, "confirmed", saved=saved)
    return word(request, "confirmed" if saved.confirmed_at else "confirm", saved=saved)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """One click, or the mail program's own button, ends the letters."""
    saved = SavedSearch.by_token(token)
    if saved is None:
        return word(request, "left")
    if request.method == "POST":
        services.leave(saved)
        return word(request, "left")
    return word(request, "leave", saved=saved)


def word(request: HttpRequest, step: str, *, saved: SavedSearch | None = None, status: int = 200) -> HttpResponse:
    """One short page."""
    shown: dict[str, Any] = {"step": step, "saved": saved}
    if saved:
        shown |= {"search": said(letters.wish_of(saved)), "query": saved.query}
    return render(request, "search/follow_word.html", shown, status=status)
