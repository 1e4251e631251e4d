"""The department's board of all dossiers; an agency sees its own."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.organisation.models import Agency

from .. import board
from ..clocks import by_urgency
from ..models import ClarificationDossierPage as Dossier
from ..permissions import reporter_seat
from ..querysets import is_of_department
from ..services.screening import may_read_cases
from .base import Screen

A_PAGE = 25


class Counted(Paginator):
    """Pages of what was counted before."""

    def __init__(self, rows: Any, number: int) -> None:
        super().__init__(rows, A_PAGE)
        self.count = number  # type: ignore[misc]  # a cached property, filled in


class BoardView(Screen):
    """Dossiers by urgency."""

    template_name = "clarification/board.html"
    page_title = _("Dossiers")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items[:1], {"url": "", "label": self.page_title}]

    @cached_property
    def seen(self) -> Any:
        return Dossier.objects.visible_to(self.request.user)

    @cached_property
    def tab(self) -> str:
        asked = self.request.GET.get("tab", "open")
        return asked if asked in board.TABS else "open"

    @cached_property
    def filters(self) -> board.BoardFilters:
        named = self.seen.order_by().values("lead_agency")
        found = self.seen.order_by().filter(lead_agency=None).values("reporting_agency")
        agencies = Agency.objects.filter(Q(pk__in=named) | Q(pk__in=found)).order_by("name")
        return board.BoardFilters(self.request.GET, agencies=agencies)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        rule = board.rule_of(self.tab) & self.filters.rule()
        tabs, number = board.tabs(self.seen, rule)
        beside = self.seen.filter(rule).select_related("lead_agency", "reporting_agency", "case")
        page = Counted(by_urgency(board.with_complete_parts(beside)), number).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            tabs=tabs,
            tab=self.tab,
            filters=self.filters,
            chips=self.filters.chips(self.tab),
            here=board.address(self.tab, self.filters.chosen()),
            page_obj=page,
            rows=board.rows(page.object_list),
            may_detect=bool(reporter_seat(user)),
            may_request=bool(is_of_department(user)),
            may_screen=may_read_cases(user),
            **kwargs,
        )
