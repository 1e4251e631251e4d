"""The search box of those who work on the archive: drafts their seats show, and what is public."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from cms.accounts import permissions as may
from cms.moderation.models import ItemStatus

from . import queries
from .engines import FACETS
from .hits import Hit
from .readers import Editor
from .screens import ResultsScreen
from .wishes import Wish


@dataclass(frozen=True)
class Row:
    """A hit as the desk lists it: where the item stands, and the way to it."""

    hit: Hit
    status: ItemStatus | None
    edit_url: str

    @property
    def state(self) -> str:
        return str(self.status.get_state_display()) if self.status else ""

    @property
    def view_url(self) -> str:
        """Where everybody reads it, once it is public."""
        return self.hit.url if self.hit.page.live else ""


class DeskView(WagtailAdminTemplateMixin, TemplateView):
    """Find any item that one may see, in whatever state it is."""

    template_name = "search/desk.html"
    page_title = _("Find in the archive")
    header_icon = "search"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    @cached_property
    def results(self) -> queries.Results:
        wish = Wish.read(self.request.GET, get_language() or settings.LANGUAGE_CODE, FACETS)
        return queries.search(wish, Editor(self.request.user))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = {
            "results": self.results,
            "screen": ResultsScreen(self.results),
            "rows": rows(self.results.hits, self.request.user),
        }
        return super().get_context_data(**found, **kwargs)


def rows(hits: Iterable[Hit], user: Any) -> list[Row]:
    """Hits with their states, looked up for all of them at once."""
    shown = list(hits)
    states = states_of(shown)
    own = set(may.agencies(user, "contribute", "approve").values_list("pk", flat=True))
    return [Row(hit, states.get(hit.entry.object_id), edit_url(hit, own)) for hit in shown]


def states_of(hits: list[Hit]) -> dict[int, ItemStatus]:
    pages = ContentType.objects.get_for_model(Page)
    numbers = [str(hit.entry.object_id) for hit in hits]
    found = ItemStatus.objects.filter(base_content_type=pages, object_id__in=numbers)
    return {int(status.object_id): status for status in found}


def edit_url(hit: Hit, own: set[int]) -> str:
    """The editor of an item of one's own agency; whether it may be changed now, the editor says."""
    is_own = hit.entry.agency_id in own
    return reverse("wagtailadmin_pages:edit", args=[hit.entry.object_id]) if is_own else ""
