"""What every screen of the review shares: its place in the admin, and a refusal that is said, not thrown."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .. import queue
from ..models import ItemStatus

Refusal = (ValidationError, PermissionDenied)


def sentences(refusal: Exception) -> list[str]:
    """What a refusal says, sentence by sentence."""
    return list(getattr(refusal, "messages", None) or [str(refusal)])


class ReviewScreen(WagtailAdminTemplateMixin, TemplateView):
    """A screen below “Review” in the admin."""

    header_icon = "list-ul"
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse_lazy("review:queue"), "label": _("Review")},
    ]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def say(self, refusal: Exception) -> None:
        """Tell the person what stands in the way, in their own language."""
        for sentence in sentences(refusal):
            messages.error(self.request, sentence)


class ItemScreen(ReviewScreen):
    """A screen about one item that the person may see."""

    status: ItemStatus
    item: Any

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.status = find(request.user, kwargs["content_type_id"], kwargs["pk"])
        self.item = self.status.item

    def get_page_title(self) -> str:
        return self.status.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The title stands whole on the screen itself; in the narrow header it would be cut off."""
        return [*self.breadcrumbs_items, {"url": "", "label": queue.Row(self.status, self.request.user).kind}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = {"status": self.status, "item": self.item, "edit_url": edit_url(self.item, self.request.user)}
        return super().get_context_data(**told, **kwargs)

    def address(self, name: str = "item") -> str:
        return item_url(self.status, name)


def item_url(status: ItemStatus, name: str = "item") -> str:
    return reverse(f"review:{name}", args=[status.content_type_id, status.object_id])


def edit_url(item: Any, user: Any) -> str:
    """Where the person may change it; empty where they may not."""
    may_edit = item.permissions_for_user(user).can_edit()
    return reverse("wagtailadmin_pages:edit", args=[item.pk]) if may_edit else ""


def find(user: Any, content_type_id: int, pk: str) -> ItemStatus:
    """The row of an item whose drafts the person may see; who may only read what is public reads it in public."""
    rows = ItemStatus.objects.all() if user.is_superuser else ItemStatus.objects.visible_to(user)
    known = rows.filter(content_type=content_type_id, object_id=pk).select_related("agency", "assignee", "submission")
    status = known.first()
    if status is None or status.item is None:
        raise Http404
    return status


def done(request: HttpRequest, sentence: str, to: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect(to)
