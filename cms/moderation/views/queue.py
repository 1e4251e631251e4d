"""The queue, and decisions on several items at once with an answer for each."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.accounts import permissions as seats
from cms.organisation.models import Agency

from .. import queue
from ..filters import QueueFilters
from .base import ReviewScreen

A_PAGE = 25


class QueueView(ReviewScreen):
    """Items of every kind that wait, by due date."""

    template_name = "moderation/queue.html"
    page_title = _("Review")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items[:1], {"url": "", "label": self.page_title}]

    @cached_property
    def tab(self) -> str:
        asked = self.request.GET.get("tab", "mine")
        return asked if asked in queue.TABS else "mine"

    @cached_property
    def filters(self) -> QueueFilters:
        seen = queue.seen_by(self.request.user).values("agency")
        return QueueFilters(self.request.GET, agencies=Agency.objects.filter(pk__in=seen))

    def items(self) -> Any:
        opened = Q() if self.tab == "all" and "state" in self.filters.chosen() else None
        return queue.items(self.request.user, self.tab, opened).filter(self.filters.rule())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(self.items(), A_PAGE).get_page(self.request.GET.get("p"))
        user = self.request.user
        return super().get_context_data(
            tabs=queue.tabs(user),
            tab=self.tab,
            filters=self.filters,
            chips=self.filters.chips(self.tab),
            here=self.filters.address(self.tab, self.filters.chosen()),
            page_obj=page,
            rows=queue.rows(page.object_list, user),
            bulk=bulk_actions(user),
            **kwargs,
        )


def bulk_actions(user: Any) -> list[tuple[str, Any]]:
    """What the person may do with several items at once."""
    kinds = {each.seat.kind for each in seats.authorities(user)}
    offered = [
        ("take", _("Take for appraisal"), seats.is_moderator(user)),
        ("clear", _("Clear for the agency"), "approve" in kinds),
        ("approve", _("Approve"), seats.is_director(user)),
    ]
    return [(name, label) for name, label, may in offered if may]


def back_to_queue(request: HttpRequest) -> HttpResponse:
    return redirect(reverse("review:queue"))
