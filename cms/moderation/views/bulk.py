"""A decision on the picked items, and what became of each."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from .. import bulk, queue
from ..models import ItemStatus
from .base import ReviewScreen

AT_MOST = 200


class BulkView(ReviewScreen):
    """First what was picked, to be looked at once more; then an answer for each item."""

    http_method_names = ["post"]
    template_name = "moderation/bulk.html"

    @cached_property
    def action(self) -> str:
        return self.request.POST.get("action", "")

    def get_page_title(self) -> str:
        return str(bulk.LABELS[self.action])

    @cached_property
    def picked(self) -> list[ItemStatus]:
        """The picked items that the person may see, in the queue's order."""
        numbers = [int(number) for number in self.request.POST.getlist("pick") if number.isdigit()]
        return list(queue.in_order(queue.seen_by(self.request.user).filter(pk__in=numbers[:AT_MOST])))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.action not in bulk.ACTIONS or not self.picked:
            messages.warning(request, _("Nothing was picked: tick the items first."))
            return redirect("review:queue")
        if self.action in bulk.OWES_A_SECOND_LOOK and "sure" not in request.POST:
            rows = queue.rows(self.picked, request.user)
            return self.render_to_response(self.get_context_data(rows=rows, action=self.action))
        answers = bulk.decide(self.picked, self.action, by=request.user)
        return self.render_to_response(self.get_context_data(answers=answers, action=self.action))
