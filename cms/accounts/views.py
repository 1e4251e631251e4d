"""Deeds on a person or a seat: a reason is asked, a service does it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from . import services
from .choices import SeatState
from .forms import ClosingForm, ReasonForm
from .models import Seat, User


@dataclass(frozen=True)
class Deed:
    """Something done to one row for a reason: what it is called, who may do it, and to what."""

    name: str
    label: Any
    warning: Any
    model: type
    permission: str
    service: Callable[..., None]
    applies: Callable[[Any], bool]
    back: str
    form: type[ReasonForm] = ReasonForm

    def is_open_to(self, user: Any, row: Any) -> bool:
        return user.has_perm(self.permission) and self.applies(row)


USERS, SEATS = "wagtailusers_users:index", "wagtailsnippets_accounts_seat:list"
DEEDS = {
    deed.name: deed
    for deed in (
        Deed(
            "lock",
            _("Lock"),
            _("Whatever session is open ends at once. Nothing that the person made is changed."),
            User,
            "accounts.lock_user",
            services.lock,
            lambda user: user.is_active,
            USERS,
        ),
        Deed(
            "unlock",
            _("Unlock"),
            _("The person can sign in again, with the password they had."),
            User,
            "accounts.change_user",
            services.unlock,
            lambda user: not user.is_active and not user.closed_at,
            USERS,
        ),
        Deed(
            "close",
            _("Close for ever"),
            _("The person leaves every seat and never signs in again. What they made keeps their name."),
            User,
            "accounts.close_user",
            services.close,
            lambda user: not user.closed_at,
            USERS,
            ClosingForm,
        ),
        Deed(
            "suspend-seat",
            _("Suspend"),
            _("Nobody acts in this seat until it is resumed."),
            Seat,
            "accounts.suspend_seat",
            services.suspend,
            lambda seat: seat.state == SeatState.ACTIVE,
            SEATS,
        ),
        Deed(
            "resume-seat",
            _("Resume"),
            _("Whoever sits there acts in it again."),
            Seat,
            "accounts.change_seat",
            services.resume,
            lambda seat: seat.state == SeatState.SUSPENDED,
            SEATS,
        ),
        Deed(
            "close-seat",
            _("Close for ever"),
            _("Whoever sits there leaves it today, and its place in the quota is free again."),
            Seat,
            "accounts.change_seat",
            services.close_seat,
            lambda seat: seat.state != SeatState.CLOSED,
            SEATS,
        ),
    )
}


def deeds_on(row: Any, user: Any) -> list[Deed]:
    """What the person may do to the row as it stands."""
    return [deed for deed in DEEDS.values() if isinstance(row, deed.model) and deed.is_open_to(user, row)]


def deed_buttons(row: Any, user: Any) -> list[Button]:
    """A button for each deed that the person may do to the row."""
    return [
        Button(deed.label, url=reverse("accounts_deed", args=[deed.name, row.pk]), icon_name="warning", priority=60)
        for deed in deeds_on(row, user)
    ]


class DeedView(WagtailAdminTemplateMixin, FormView):
    """Asks for the reason, does it, and says so."""

    template_name = "accounts/deed.html"
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.deed = DEEDS[kwargs["deed"]]
        self.row = get_object_or_404(self.deed.model, pk=kwargs["pk"])
        if not self.deed.is_open_to(request.user, self.row):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> Any:
        return self.deed.label

    def get_page_subtitle(self) -> str:
        return str(self.row)

    def get_form_class(self) -> type[ReasonForm]:
        return self.deed.form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(deed=self.deed, row=self.row, **kwargs)

    def form_valid(self, form: ReasonForm) -> HttpResponse:
        try:
            self.deed.service(self.row, by=self.request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
            return self.form_invalid(form)
        facts = {"deed": self.deed.label, "row": self.row}
        messages.success(self.request, _("Done: %(deed)s – %(row)s.") % facts)
        return redirect(self.deed.back)


@never_cache
def here(request: HttpRequest) -> HttpResponse:
    """Is somebody signed in? Asked before words are sent off, because a session may end while they are written."""
    if not request.user.is_authenticated:
        return JsonResponse({}, status=401)
    return JsonResponse({"token": get_token(request)})
