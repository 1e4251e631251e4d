"""A director makes an entry public."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cms.accounts import permissions as may

from . import services
from .models import OfficialAccount, Spokesperson

KINDS: dict[str, Any] = {"spokesperson": Spokesperson, "account": OfficialAccount}


@require_http_methods(["GET", "POST"])
def make_public(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """What the public will read, and the button; the list of those that wait is where it leads back to."""
    if kind not in KINDS or not may.is_director(request.user):
        raise Http404
    entry: Any = get_object_or_404(KINDS[kind].objects.select_related("agency", "entered_by"), pk=pk)
    listing = reverse(entry.snippet_viewset.get_url_name("list"))
    if request.method == "POST":
        try:
            services.make_public(entry, by=request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, _("“%(entry)s” is public.") % {"entry": entry})
        return redirect(listing)
    return render(request, "registry/make_public.html", {"entry": entry, "listing": listing})
