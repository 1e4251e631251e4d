"""The one screen to work on, the whole story, and the text of one part."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.moderation import words_changed

from .. import services, story
from ..choices import Event, Letter
from ..forms.parts import PartForm
from ..models import DossierPart, PartVersion
from ..permissions import bar, may, seat_for
from ..services.recording import refusal
from ..workbench import Workbench
from .base import DossierScreen, Refusal

A_PAGE = 100


class DossierView(DossierScreen):
    """Parts and what is missing, both clocks, the next step, evidence, notices, measures, the latest of the story."""

    template_name = "clarification/dossier.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.dossier.code}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(bench=Workbench(self.dossier, self.request.user), **kwargs)


class StoryView(DossierScreen):
    """Everything that happened, from the latest back."""

    template_name = "clarification/story.html"
    page_title = gettext_lazy("Story")

    def get_page_title(self) -> Any:
        return self.page_title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        page = Paginator(story.steps_of(self.dossier, user), A_PAGE).get_page(self.request.GET.get("p"))
        told = story.tell(page.object_list, user)
        return super().get_context_data(page_obj=page, steps=told, here="?", **kwargs)


class PartScreen(DossierScreen):
    """One part: its text, what was asked for, and, where a colleague was faster, both texts side by side."""

    template_name = "clarification/part.html"

    @cached_property
    def part(self) -> DossierPart:
        found = self.dossier.parts.select_related("agency", "changed_by").filter(letter=self.kwargs["letter"]).first()
        if found is None:
            raise Http404
        return found

    def get_page_title(self) -> Any:
        return _("Part %(part)s") % {"part": self.part.sign}

    def form(self, data: Any = None) -> PartForm:
        return PartForm(data, part=self.part)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            with transaction.atomic():
                written = services.edit_part(self.part, by=request.user, **form.cleaned_data)
        except services.PartChanged as changed:
            return self.beside(form, changed)
        except Refusal as refused:
            self.say(refused)
            return self.render_to_response(self.get_context_data(form=form))
        if written.case:
            messages.warning(
                request, _("Your text is kept apart for screening. It is not lost; the part stays as it was.")
            )
        else:
            messages.success(request, _("Part %(part)s is saved.") % {"part": self.part.sign})
        return redirect(self.home)

    def beside(self, form: PartForm, changed: services.PartChanged) -> HttpResponse:
        """Both texts: theirs stands, this person's is in the form, to be put together and saved on top."""
        self.say(changed)
        theirs = changed.part
        rows = [
            (form.fields[name].label, *words_changed.side_by_side(getattr(theirs, name), form.cleaned_data[name]))
            for name in theirs.fields
        ]
        data = {**form.data.dict(), "version": str(theirs.version)}  # type: ignore[attr-defined]  # what a browser sends
        self.part = theirs
        context = self.get_context_data(form=self.form(data), theirs=theirs, differences=rows)
        return self.render_to_response(context, status=409)

    def why_not(self) -> str:
        user = self.request.user
        if not seat_for(Event.EDIT, self.dossier, user):
            return _("This takes a seat that you do not hold today.")
        if not self.dossier.allows(Event.EDIT):
            return " ".join(refusal(self.dossier, Event.EDIT).messages)
        return bar(Event.EDIT, self.dossier, user, self.part) or ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", self.form())
        bench = Workbench(self.dossier, self.request.user)
        versions = PartVersion.objects.filter(part=self.part).select_related("by", "agency", "case")
        return super().get_context_data(
            part=self.part,
            shown=next(each for each in bench.part_views if each.state.part.pk == self.part.pk),
            versions=versions,
            why_not=self.why_not(),
            may_add=may(Event.EVIDENCE, self.dossier, self.request.user, self.part),
            is_first=self.part.letter == Letter.A,
            situation=bench.situation if self.part.letter == Letter.A else [],
            **kwargs,
        )
