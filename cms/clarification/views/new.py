"""A new dossier, by either trigger; earlier claims like it are shown before anything is kept."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from cms.core import clock
from cms.organisation.models import Agency

from ..forms import DetectForm, RequestForm
from ..permissions import reporter_seat
from ..querysets import is_of_department
from ..similar import similar
from .base import Refusal, Screen

FORMS: dict[str, Any] = {"detected": DetectForm, "request": RequestForm}


class NewView(Screen):
    """Record false information, or the department's request."""

    template_name = "clarification/new.html"
    titles = {"detected": _("Record false information"), "request": _("Ask for a dossier in writing")}

    @property
    def trigger(self) -> str:
        return self.kwargs["trigger"]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        allowed = {"detected": reporter_seat, "request": is_of_department}
        if not allowed[kwargs["trigger"]](request.user):
            raise Http404

    def get_page_title(self) -> Any:
        return self.titles[self.trigger]

    def form(self, data: Any = None, files: Any = None) -> Any:
        form = FORMS[self.trigger](data, files)
        for name in ("lead", "related"):
            if name in form.fields:
                form.fields[name].queryset = Agency.objects.on(clock.today()).order_by("name")
        return form

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST, request.FILES)
        if "look" in request.POST or not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            with transaction.atomic():
                dossier = form.do(request.user)
        except Refusal as refusal:
            self.say(refusal)
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(request, _("%(code)s is recorded.") % {"code": dossier.code})
        return redirect("dossiers:dossier", dossier.code)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs["trigger"] = self.trigger
        form = kwargs.setdefault("form", self.form())
        asked = form.data.get("claim", ""), form.data.get("url", "")
        found = similar(*asked, user=self.request.user) if any(asked) else None
        return super().get_context_data(**{**kwargs, "found": found, "looked": found is not None})


class SimilarView(Screen):
    """Earlier claims like the one being typed; a piece of a page."""

    http_method_names = ["post"]  # what is typed does not stand in an address, nor in the log of addresses

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = request.POST.get("claim", "")[:5_000], request.POST.get("url", "")[:1_000]
        found = similar(*asked, user=request.user) if any(asked) else []
        return render(request, "clarification/parts/similar.html", {"found": found, "looked": any(asked)})
