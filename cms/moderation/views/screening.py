"""Secrecy screening, for screeners alone: what was set apart, what the scan found, and a decision by two people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from cms.accounts import permissions as seats

from .. import queue, services, story
from ..choices import State
from ..forms import ReasonForm
from ..models import ItemStatus, Quarantine
from ..readings import pieces
from .base import Refusal, ReviewScreen

DEEDS: dict[str, tuple[Callable[..., Any], Any]] = {
    "propose": (services.propose_release, _("Your proposal is recorded. A colleague decides.")),
    "release": (services.release_quarantine, _("It is released and goes back to where it stood.")),
    "purge": (services.purge, _("It is removed.")),
}


def may_read(user: Any) -> bool:
    """Screeners act; directors read (matrix §5.2)."""
    return bool(seats.is_screener(user) or seats.is_director(user))


class ScreeningView(ReviewScreen):
    """What is set apart now, and what was lately."""

    template_name = "moderation/screening.html"
    page_title = _("Secrecy screening")
    header_icon = "lock"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_read(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        cases = Quarantine.objects.select_related("status__agency", "release_proposed_by", "closed_by", "opened_by")
        return super().get_context_data(
            open_cases=[(case, queue.Row(case.status, self.request.user)) for case in cases.filter(closed_at=None)],
            closed_cases=cases.exclude(closed_at=None).order_by("-closed_at")[:20],
            **kwargs,
        )


class ScreeningCaseView(ReviewScreen):
    """One item set apart: its words, what the scan found, and what two people decide."""

    template_name = "moderation/screening_case.html"
    header_icon = "lock"
    status: ItemStatus

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.status = get_object_or_404(ItemStatus, pk=kwargs["pk"], state=State.QUARANTINED)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_read(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return self.status.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": reverse("review:screening"), "label": ScreeningView.page_title}]

    @cached_property
    def case(self) -> Quarantine:
        return self.status.quarantines.select_related("screening", "release_proposed_by").get(closed_at=None)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = ReasonForm(request.POST)
        service, done = DEEDS.get(request.POST.get("deed", ""), (None, ""))
        if service is None or not form.is_valid():
            messages.error(request, _("Give the reason."))
            return self.render_to_response(self.get_context_data(form=form))
        try:
            service(self.status.item, by=request.user, reason=form.cleaned_data["reason"])
        except Refusal as refusal:
            self.say(refusal)
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(request, done)
        return redirect("review:screening")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        revision = self.case.screening.revision if self.case.screening else self.status.item.get_latest_revision()
        steps = story.story(self.status, for_screener=True)
        user = self.request.user
        kwargs.setdefault("form", ReasonForm())
        return super().get_context_data(
            status=self.status,
            case=self.case,
            row=queue.Row(self.status, user),
            hits=self.case.screening.hits if self.case.screening else [],
            pieces=[piece for piece in pieces(revision.as_object()) if piece.text or piece.image],
            steps=[(step, story.sentence(step, user), story.seat(step)) for step in steps],
            may_act=bool(seats.is_screener(user)),
            is_second=self.case.release_proposed_by_id not in (None, user.pk),
            **kwargs,
        )
