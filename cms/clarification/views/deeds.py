"""One screen for each thing that somebody may do with a dossier: what it is, its form, its button."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from ..forms import DEEDS, Deed
from ..permissions import bar, seat_for
from ..services.recording import refusal
from .base import DossierScreen, Refusal

PRESET = ("letter", "kind", "counts_as_statement")  # what a link to the form may fill in


class DeedView(DossierScreen):
    """Whoever has no seat for it is told so; whatever was typed survives a refusal."""

    template_name = "clarification/deed.html"

    @cached_property
    def deed(self) -> type[Deed]:
        if self.kwargs["deed"] not in DEEDS:
            raise Http404
        return DEEDS[self.kwargs["deed"]]

    @cached_property
    def target(self) -> Any:
        """The item, measure or task it is about, if it is about one of this dossier."""
        if self.deed.target_model is None:
            return None
        owner = {self.deed.path: self.dossier}
        return get_object_or_404(self.deed.target_model, pk=self.kwargs.get("pk"), **owner)

    def get_page_title(self) -> Any:
        return self.deed.title

    def form(self, data: Any = None, files: Any = None) -> Deed:
        initial = {name: self.request.GET[name] for name in PRESET if name in self.request.GET}
        return self.deed(data, files, dossier=self.dossier, user=self.request.user, target=self.target, initial=initial)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST, request.FILES)
        if form.is_valid():
            try:
                form.do()
            except Refusal as refusal:
                form.take(refusal)
            else:
                messages.success(request, self.deed.done)
                for remark in form.remarks():
                    messages.warning(request, remark)
                return redirect(self.home)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", self.form())
        shown = {"target": self.target, "why_not": self.why_not()}
        return super().get_context_data(**{**kwargs, **shown})

    def why_not(self) -> str:
        """Said before anything is typed in vain."""
        event, user = self.deed.event, self.request.user
        if not seat_for(event, self.dossier, user):
            return _("This takes a seat that you do not hold today.")
        if not self.dossier.allows(event):
            return " ".join(refusal(self.dossier, event).messages)
        return bar(event, self.dossier, user) or ""
