"""Changes to lists that wait for a director: all of them, and one with what it would change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from .. import fields_changed, services
from ..choices import ChangeKind
from ..forms import ReasonForm
from ..models import ProposedChange
from ..proposal_rights import DECIDE, WITHDRAW, bar, may
from .base import Refusal, ReviewScreen, done

LATELY = 30
PARTS = ("content_type", "proposed_by", "decided_by", "on_behalf_of")
DEEDS: dict[str, tuple[Callable[..., Any], Any]] = {
    "accept": (services.accept, _("It is accepted, and the list says so now.")),
    "refuse": (services.refuse, _("It is refused; whoever proposed it reads why.")),
    "withdraw": (services.withdraw_proposal, _("Your proposal is withdrawn.")),
}


def may_open(user: Any) -> bool:
    return ProposedChange.objects.readable_by(user)


def number_waiting(user: Any) -> int:
    """How many wait for this person's decision."""
    return ProposedChange.objects.to_decide(user).count()


class ForReaders(ReviewScreen):
    """A screen for those who propose, decide or audit."""

    header_icon = "form"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_open(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class ProposalsView(ForReaders):
    """What waits, the longest waiting first, and what was settled lately."""

    template_name = "moderation/proposals.html"
    page_title = _("Waiting changes of lists")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        seen = ProposedChange.objects.visible_to(self.request.user).select_related(*PARTS)
        settled = seen.exclude(pk__in=seen.waiting()).order_by("-decided_at", "-pk")
        return super().get_context_data(
            changes=seen.waiting().order_by("proposed_at", "pk"), settled=settled[:LATELY], **kwargs
        )


class ProposalView(ForReaders):
    """One change, old beside new, and the decision on it."""

    template_name = "moderation/proposal.html"
    change: ProposedChange

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        seen = ProposedChange.objects.visible_to(request.user).select_related(*PARTS)
        self.change = get_object_or_404(seen, pk=kwargs["pk"])

    def get_page_title(self) -> str:
        return self.change.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": reverse("review:proposals"), "label": ProposalsView.page_title}]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form, deed = ReasonForm(request.POST), request.POST.get("deed", "")
        service, sentence = DEEDS.get(deed, (None, ""))
        if service is None:
            messages.error(request, _("Choose what you decide."))
            return redirect(self.change.url)
        form.is_valid()
        told = {"reason": form.cleaned_data.get("reason", "")} if deed == "refuse" else {}
        try:
            service(self.change, by=request.user, **told)
        except Refusal as refusal:
            self.say(refusal)
            return self.render_to_response(self.get_context_data(form=form))
        return done(request, str(sentence), reverse("review:proposals"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        change, user = self.change, self.request.user
        change.refresh_from_db()
        kwargs.setdefault("form", ReasonForm())
        return super().get_context_data(
            change=change,
            changes=fields_changed.readable(change.model, change.differences),
            is_removal=change.kind == ChangeKind.REMOVE,
            is_new=change.kind == ChangeKind.ADD,
            row_url=self.row_url(),
            may_decide=may(DECIDE, change, user),
            may_withdraw=may(WITHDRAW, change, user),
            bar=bar(DECIDE, change, user),
            **kwargs,
        )

    def row_url(self) -> str | None:
        """Where the row itself stands, while there is one."""
        row = self.change.model.objects.filter(pk=self.change.object_id or None).first()
        return AdminURLFinder(self.request.user).get_edit_url(row) if row else None
