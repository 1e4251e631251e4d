"""What every screen of dossiers shares: its place in the admin, and who finds which dossier."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Exists, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.accounts import permissions as seats
from cms.accounts.choices import SeatKind
from cms.accounts.models import SeatAssignment

from ..models import AttendanceTask, CorrectionRequest, PartVersion, ScreeningCase, SituationUpdate
from ..models import ClarificationDossierPage as Dossier
from ..permissions import reporter_seat
from ..querysets import is_of_department

Refusal = (ValidationError, PermissionDenied)
BESIDE = (
    "lead_agency",
    "reporting_agency",
    "assignee",
    "submitted_by",
    "opened_by",
    "impact__case",
    "case",
    "request_scan",
)


def has_business(user: Any) -> bool:
    """Whether dossiers are anything to the person at all."""
    return bool(reporter_seat(user) or is_of_department(user) or seats.is_auditor(user) or seats.is_screener(user))


def find(user: Any, code: str) -> Dossier:
    """A dossier that the person may read. What is not theirs does not exist."""
    found = with_facts(Dossier.objects.visible_to(user).filter(code=code), user).select_related(*BESIDE)
    dossier = found.prefetch_related("related_agencies").first()
    if dossier is None:
        raise Http404
    return dossier


def with_facts(dossiers: Any, user: Any) -> Any:
    """What permissions and screens ask of a dossier again and again, fetched with it."""
    seated = SeatAssignment.objects.in_force().filter(seat__kind=SeatKind.APPROVE)
    cases = ScreeningCase.objects.filter(dossier=OuterRef("pk"), closed_at=None)
    updates = SituationUpdate.objects.filter(dossier=OuterRef("pk"))
    return dossiers.annotate(
        agency_has_lead=Exists(
            seated.filter(seat__agency=Coalesce(OuterRef("lead_agency"), OuterRef("reporting_agency")))
        ),
        reader=Value(user.pk),
        reader_wrote=Exists(PartVersion.objects.filter(part__dossier=OuterRef("pk"), by=user)),
        open_cases=counted(cases),
        updates=counted(updates),
        latest_update=Subquery(updates.order_by("-happened_at").values("happened_at")[:1]),
        has_tasks=Exists(AttendanceTask.objects.filter(dossier=OuterRef("pk"))),
        has_corrections=Exists(CorrectionRequest.objects.filter(dossier=OuterRef("pk"))),
    )


def counted(rows: Any) -> Coalesce:
    numbers = rows.order_by().values("dossier").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(numbers), 0)


class Screen(WagtailAdminTemplateMixin, TemplateView):
    """A screen below “Dossiers” in the admin, for those who have business there."""

    header_icon = "folder-open-inverse"
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse_lazy("dossiers:board"), "label": _("Dossiers")},
    ]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not has_business(request.user):
            raise Http404

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def say(self, refusal: Exception) -> None:
        """Tell the person what stands in the way."""
        for sentence in getattr(refusal, "messages", None) or [str(refusal)]:
            messages.error(self.request, sentence)


class DossierScreen(Screen):
    """A screen about one dossier that the person may read."""

    @cached_property
    def dossier(self) -> Dossier:
        return find(self.request.user, self.kwargs["code"])

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.dossier  # noqa: B018  (a dossier that is not theirs is not there, whatever the method)

    @property
    def home(self) -> str:
        return reverse("dossiers:dossier", args=[self.dossier.code])

    def get_page_title(self) -> str:
        return self.dossier.code

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        code = {"url": self.home, "label": self.dossier.code}
        return [*self.breadcrumbs_items, code, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"dossier": self.dossier, **kwargs})
