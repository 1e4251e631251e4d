"""The review screen: what changes, what is known, and the decision."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from wagtail.admin import messages

from .. import comparing, queue, services, story
from ..choices import HIDDEN
from ..decisions import moderators, offer
from ..forms import DecisionForm
from ..models import ItemStatus
from ..siblings import Siblings
from .base import ItemScreen, Refusal


class ReviewView(ItemScreen):
    """Read what changes, then decide; whatever was typed survives a refusal."""

    template_name = "moderation/review.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.status.state in HIDDEN:
            return redirect("review:screening_case", self.status.pk)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def revision(self) -> Any:
        return comparing.asked(self.status, self.item)

    @cached_property
    def comparison(self) -> comparing.Comparison:
        return comparing.compare(self.status, self.item, self.revision, self.request.GET.get("against", ""))

    def form(self, data: Any = None) -> DecisionForm:
        offered = offer(self.status, self.request.user)
        people = moderators(self.status) if any("to" in choice.asks for choice in offered.choices) else []
        return DecisionForm(data, offer=offered, moderators=people)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        form.is_valid()
        try:
            self.decide(form)
        except Refusal as refusal:
            self.say(refusal)
            self.status = ItemStatus.objects.get(pk=self.status.pk)
            return self.render_to_response(self.get_context_data(form=form))
        return redirect("review:queue")

    def decide(self, form: DecisionForm) -> None:
        """Only on the text that the person has read."""
        choice = form.choice()
        comparing.refuse_another_text(self.revision, form.data.get("revision", ""))
        labels = {row.key: (row.field, row.label) for row in self.comparison.rows}
        with transaction.atomic():
            choice.service(self.item, by=self.request.user, **form.wanted(choice, labels))
        messages.success(self.request, choice.done % {"title": self.status.title})

    def bars(self, form: DecisionForm) -> list[str]:
        """What a director reads before approving, where the item itself says that it should wait."""
        return services.bars_to_approval(self.status) if "override" in form.offer.asks else []

    def get_context_data(self, form: DecisionForm | None = None, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        form = form or self.form()
        row = queue.Row(self.status, user, Siblings([self.status]).of(self.status))
        return super().get_context_data(
            row=row,
            form=form,
            bars=self.bars(form),
            offer=form.offer,
            revision=self.revision,
            comparison=self.comparison,
            rows_with_notes=[(each, form.notes.get(each.key, "")) for each in self.comparison.rows],
            steps=[(step, story.sentence(step, user), story.seat(step)) for step in story.story(self.status)],
            translated_from=comparing.source_of(self.item),
            **kwargs,
        )


class PreviewView(ItemScreen):
    """The page as readers would see the text that is asked for; for all who may see the item."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.status.state in HIDDEN:
            return redirect("review:screening_case", self.status.pk)
        page = comparing.asked(self.status, self.item).as_object()
        return page.make_preview_request(request, page.default_preview_mode)
