"""A person's calendar, the feed of it, and what they have read."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.users.models import UserProfile

from . import agenda, calendar, services
from .models import CalendarToken, Deadline

A_PAGE = 50
TABS = {"mine": gettext_lazy("Mine and my agency’s"), "watched": gettext_lazy("Watched over by me")}


class CalendarView(WagtailAdminTemplateMixin, TemplateView):
    """What the person has to keep, day by day; and, for those who watch over a function, what others have to."""

    template_name = "deadlines/calendar.html"
    page_title = gettext_lazy("My calendar")
    header_icon = "calendar-alt"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        home = {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")}
        return [home, {"url": "", "label": self.page_title}]

    @cached_property
    def clocks(self) -> dict[str, Any]:
        running = Deadline.objects.running()
        return {"mine": running.held_by(self.request.user), "watched": running.watched_by(self.request.user)}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A new address for a calendar program, shown on this answer alone; or none any more."""
        person: Any = request.user
        if request.POST.get("deed") == "make":
            secret = services.make_calendar_address(person)
            address = request.build_absolute_uri(reverse("calendar_feed", args=[secret]))
            answer = self.render_to_response(self.get_context_data(address=address, **kwargs))
            answer["Cache-Control"] = "no-store"
            return answer
        services.revoke_calendar_address(person)
        messages.success(request, _("The address opens nothing any more."))
        return redirect("deadlines:mine")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person: Any = self.request.user
        numbers = {name: clocks.count() for name, clocks in self.clocks.items()}
        tab = self.request.GET.get("tab", "mine")
        tab = tab if numbers.get(tab) else "mine"
        page = Paginator(self.clocks[tab].by_urgency(), A_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            tab=tab,
            tabs=[{"name": name, "label": TABS[name], "count": numbers[name]} for name in TABS if numbers[name]],
            page_obj=page,
            here=f"?tab={tab}",
            days=agenda.days(agenda.entries(page.object_list, person)),
            token=CalendarToken.objects.filter(person=person, revoked_at=None).first(),
            **kwargs,
        )


@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """The person has read what the home screen told them."""
    numbers = [int(number) for number in request.POST.getlist("notice") if number.isdecimal()]
    person: Any = request.user
    services.read_notices(person, numbers)
    return redirect("wagtailadmin_home")


@require_POST
def import_year(request: HttpRequest) -> HttpResponse:
    """Fill the working calendar of a year with the days that are known."""
    if not request.user.has_perm("deadlines.add_holiday"):
        raise PermissionDenied
    year = request.POST.get("year", "")
    try:
        added = calendar.import_year(int(year) if year.isdecimal() else 0, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        said = ngettext("%(n)d day added to %(year)s.", "%(n)d days added to %(year)s.", added)
        messages.success(request, said % {"n": added, "year": year} + " " + _("Compare them with the announcement."))
    return redirect("wagtailsnippets_deadlines_holiday:list")


@require_safe
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar behind a private address; any other address is like one that never was."""
    person = services.whose_calendar(secret)
    if person is None:
        raise Http404
    from . import feed  # its library is needed by calendar programs alone

    with translation.override(UserProfile.get_for_user(person).get_preferred_language()):
        answer = HttpResponse(feed.calendar_of(person), content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex"
    answer["Content-Disposition"] = 'inline; filename="hai-dang.ics"'
    return answer
