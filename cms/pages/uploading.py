"""The screens for many pictures: send them with what they share, then say what is seen on each."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.accounts import permissions as seats
from cms.moderation.forms import DeclarationForm
from cms.moderation.handing_in import may_hand_in

from . import bulk_upload
from .models import ImageRecordPage
from .upload_forms import UploadForm


class ForWriters(WagtailAdminTemplateMixin, TemplateView):
    """A screen for those who write for an agency."""

    header_icon = "image"
    breadcrumbs_items = [{"url": reverse_lazy("wagtailadmin_home"), "label": gettext_lazy("Home")}]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not seats.agencies(request.user, "contribute", "approve").exists():
            raise PermissionDenied(_("This takes a seat that you do not hold today."))
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class UploadView(ForWriters):
    """Many files and what they share; those that cannot be kept are named, the others are drafts already."""

    template_name = "pages/admin/upload.html"
    page_title = gettext_lazy("Upload pictures")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=UploadForm(user=request.user)))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES, user=request.user)
        if not form.is_valid():
            messages.error(request, _("The pictures were not kept yet: see what is missing."))
            return self.render_to_response(self.get_context_data(form=form))
        shared = dict(form.cleaned_data)
        results = bulk_upload.receive(shared.pop("files"), shared=shared, by=request.user)
        kept = [result.record.pk for result in results if result.record]
        for result in results:
            if result.refusal:
                messages.error(request, f"{result.name}: {result.refusal}")
        if not kept:
            return self.render_to_response(self.get_context_data(form=form))
        number = len(kept)
        messages.success(
            request, ngettext("%(n)d picture is a draft now.", "%(n)d pictures are drafts now.", number) % {"n": number}
        )
        return redirect(reverse("describe_pictures") + "?p=" + ",".join(map(str, kept)))


class DescribeView(ForWriters):
    """A title and an alternative text for each new picture; then hand in all that are complete."""

    template_name = "pages/admin/describe.html"
    page_title = gettext_lazy("Describe the pictures")

    @cached_property
    def records(self) -> list[ImageRecordPage]:
        """Those that were asked for and that the person may write in."""
        numbers = [int(number) for number in self.request.GET.get("p", "").split(",") if number.isdigit()]
        found = ImageRecordPage.objects.filter(pk__in=numbers).visible_to(self.request.user).order_by("path")
        latest = [page.get_latest_revision_as_object() for page in found.select_related("image")]
        return [page for page in latest if may_hand_in(page.status, self.request.user)]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        for record in self.records:
            title, alt = (request.POST.get(f"{name}-{record.pk}", "").strip() for name in ("title", "alt"))
            bulk_upload.describe(record, title=title[:255], alt_text=alt[:300], by=request.user)
        if "hand_in" not in request.POST:
            messages.success(request, _("Saved."))
            return redirect(request.get_full_path())
        return self.hand_in()

    def hand_in(self) -> HttpResponse:
        form = DeclarationForm(self.request.POST)
        form.is_valid()
        if not form.cleaned_data["declaration"]:
            messages.error(self.request, _("Declare that the text and its files hold no state secret."))
            return self.render_to_response(self.get_context_data(form=form))
        pages = ImageRecordPage.objects.filter(pk__in=[record.pk for record in self.records]).order_by("path")
        results = bulk_upload.hand_in(list(pages), by=self.request.user)
        return self.render_to_response(self.get_context_data(form=form, results=results))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", DeclarationForm())
        return super().get_context_data(records=self.records, **kwargs)
