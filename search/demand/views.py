"""The editors' page of what readers looked for in vain."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.accounts import permissions as may

from . import services
from .models import THRESHOLD, Demand, DemandNote

A_LIST = 200
DEEDS = {"take": services.take, "give_back": services.give_back, "finish": services.finish}


class DemandView(WagtailAdminTemplateMixin, TemplateView):
    """What was asked for and not found, and who writes about it."""

    template_name = "search/demand.html"
    page_title = gettext_lazy("Looked for in vain")
    header_icon = "help"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may.is_staff(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        notes = list(DemandNote.objects.select_related("taken_by", "noted_by")[:A_LIST])
        open_ones = {(note.words, note.language) for note in notes if note.state == DemandNote.State.OPEN}
        language = self.request.GET.get("language", "")
        shown = Demand.objects.shown()
        questions = list((shown.filter(language=language) if language else shown)[:A_LIST])
        for question in questions:
            question["is_noted"] = (question["words"], question["language"]) in open_ones
        languages = sorted({row["language"] for row in Demand.objects.shown()})
        found = {"questions": questions, "notes": notes, "languages": languages, "language": language}
        return super().get_context_data(**found, threshold=THRESHOLD, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Make a note of a question, or act on a note."""
        deed = request.POST.get("deed", "")
        if deed == "note":
            self.note(request)
        elif deed in DEEDS:
            DEEDS[deed](get_object_or_404(DemandNote, pk=request.POST.get("note") or 0), by=request.user)
        return redirect("search_demand")

    def note(self, request: HttpRequest) -> None:
        """Only of a question that the page shows: nobody learns here what a single reader asked."""
        words, language = request.POST.get("words", ""), request.POST.get("language", "")
        if not Demand.objects.shown().filter(words=words, language=language).exists():
            messages.error(request, _("Nobody asks this any more."))
            return
        made = services.note(words, language, by=request.user)
        if made.taken_by_id == request.user.pk:
            messages.success(request, _("Noted: you write about “%(words)s”.") % {"words": words})
        else:
            messages.warning(request, _("“%(words)s” is on the list already.") % {"words": words})
