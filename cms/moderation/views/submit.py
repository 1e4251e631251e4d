"""Handing in: what is missing, who will judge, until when, and the declaration."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail_localize.models import Translation

from cms.accounts import permissions as seats
from cms.deadlines.words import told, told_day

from .. import handing_in
from ..choices import Event, State
from ..forms import DeclarationForm
from ..models import ItemStatus
from ..permissions import NotAllowed, seat_for
from ..services import Incomplete, clocks
from .base import ItemScreen, Refusal


class SubmitView(ItemScreen):
    """The last look before it leaves the author's hands."""

    template_name = "moderation/submit.html"

    def get_page_title(self) -> str:
        return _("Hand in: %(title)s") % {"title": self.status.title}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not seat_for(Event.SUBMIT, self.status, request.user):
            raise NotAllowed(_("This takes a seat that you do not hold today."))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def translation(self) -> Translation | None:
        return handing_in.translation_of(self.item)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = DeclarationForm(request.POST)
        form.is_valid()
        try:
            status = handing_in.hand_in(self.item, by=request.user, declaration=form.cleaned_data["declaration"])
        except Incomplete as refusal:
            messages.error(request, _("Not ready to hand in: see what is missing."))
            return self.render_to_response(self.get_context_data(form=form, missing=refusal.missing))
        except Refusal as refusal:
            self.say(refusal)
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(request, sentence(status))
        return redirect("wagtailadmin_home")

    def get_context_data(self, missing: Any = None, form: Any = None, **kwargs: Any) -> dict[str, Any]:
        found = handing_in.missing(self.item) if missing is None else missing
        return super().get_context_data(
            form=form or DeclarationForm(),
            missing=handing_in.with_links(found, self.item),
            has_lead=bool(self.status.agency and seats.has_lead(self.status.agency)),
            due=told_day(self.status.due_on) if self.status.state == State.RETURNED else told(clocks.foreseen()),
            progress=self.translation.get_progress() if self.translation else None,
            **kwargs,
        )


def sentence(status: ItemStatus) -> str:
    """What happens next; an item set apart is simply under review."""
    words = {
        State.SUBMITTED: _("“%(title)s” is handed in. The lead of your agency reads it next."),
        State.AGENCY_CLEARED: _("“%(title)s” is handed in. A moderator reads it next."),
    }
    said = words.get(State(status.state), _("“%(title)s” is handed in. It is under review."))
    return said % {"title": status.title}
