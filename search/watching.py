"""The page of those who keep search alive: how each index fares, and which documents an engine refuses."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.accounts import permissions as may

from . import doctor, health
from .models import DeadLetter

SHOWN = 200


def may_watch(user: Any) -> bool:
    """Those who operate the archive, and those who judge what is in it."""
    return bool(user.is_superuser or may.is_security(user) or may.is_moderator(user) or may.is_director(user))


class WatchView(WagtailAdminTemplateMixin, TemplateView):
    """Read how search fares; compare and mend on demand."""

    template_name = "search/watch.html"
    page_title = _("State of search")
    header_icon = "search"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_watch(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        letters = DeadLetter.objects.order_by("-refused_at")
        return super().get_context_data(
            indices=health.indices(), letters=letters[:SHOWN], letter_count=letters.count(), **kwargs
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Compare every index with the entries and mend what differs."""
        found = doctor.examine(mend=True)
        differed = sum(len(drift.keys) for drift in found.drifts)
        failures = [f"{drift.engine.label}: {drift.failure}" for drift in found.drifts if drift.failure]
        if failures:
            messages.error(request, _("Not every index could be compared. %(why)s") % {"why": " ".join(failures)})
        elif differed:
            words = _("%(count)d documents differed from the entries; they were written anew.")
            messages.success(request, words % {"count": differed})
        else:
            messages.success(request, _("Every index holds what it should."))
        return redirect(request.path)
