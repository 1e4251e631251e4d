"""What was set apart of dossiers, for screeners; directors read. Two people decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from cms.accounts import permissions as seats
from cms.moderation.forms import ReasonForm

from .. import services
from ..models import DossierFile, ScreeningCase
from ..services.screening import may_read_cases, rows_of
from .base import Refusal, Screen

DEEDS: dict[str, tuple[Callable[..., Any], Any]] = {
    "propose": (services.propose_release, _("Your proposal is recorded. A colleague decides.")),
    "release": (services.release, _("It is released: everybody of the dossier reads it again.")),
    "purge": (services.purge, _("It is removed.")),
}


class ForScreeners(Screen):
    """A screen that exists for screeners and directors alone."""

    header_icon = "lock"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not may_read_cases(request.user):
            raise Http404


class ScreeningView(ForScreeners):
    """What is set apart now, and what was decided lately."""

    template_name = "clarification/screening.html"
    page_title = _("Secrecy screening of dossiers")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        cases = ScreeningCase.objects.select_related("dossier", "written_by", "release_proposed_by", "closed_by")
        return super().get_context_data(
            open_cases=cases.filter(closed_at=None),
            closed_cases=cases.exclude(closed_at=None).order_by("-closed_at")[:20],
            **kwargs,
        )


class ScreeningCaseView(ForScreeners):
    """One piece: its words, what the scan found, and what two people decide."""

    template_name = "clarification/screening_case.html"

    @cached_property
    def case(self) -> ScreeningCase:
        cases = ScreeningCase.objects.select_related("dossier", "written_by", "release_proposed_by")
        return get_object_or_404(cases, pk=self.kwargs["pk"], closed_at=None)

    def get_page_title(self) -> Any:
        return self.case.what

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = ReasonForm(request.POST)
        service, done = DEEDS.get(request.POST.get("deed", ""), (None, ""))
        if service is None or not form.is_valid():
            messages.error(request, _("Give the reason."))
            return self.render_to_response(self.get_context_data(form=form))
        try:
            with transaction.atomic():
                service(self.case, by=request.user, reason=form.cleaned_data["reason"])
        except Refusal as refusal:
            self.say(refusal)
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(request, done)
        return redirect("dossiers:screening")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = rows_of(self.case)
        kwargs.setdefault("form", ReasonForm())
        return super().get_context_data(
            case=self.case,
            texts=[text for row in rows for text in row.texts()],
            files=[row for row in rows if isinstance(row, DossierFile)],
            may_act=bool(seats.is_screener(self.request.user)),
            is_second=self.case.release_proposed_by_id not in (None, self.request.user.pk),
            **kwargs,
        )
