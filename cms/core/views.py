"""Screens shared by the lists of every app."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import CopyView, CreateView, DeleteView, EditView

from . import proposals, saving

Refusal = (ValidationError, PermissionDenied)


def sentences(refusal: Exception) -> Any:
    return getattr(refusal, "messages", None) or [str(refusal)]


class ServiceCreateView(CreateView):
    """A screen whose form hands the work to a service that also keeps the record; its refusal shows in the form."""

    def save_instance(self) -> Any:
        return self.form.save()

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except Refusal as refusal:
            return refused(self, form, refusal)


def refused(view: Any, form: Any, refusal: Exception) -> HttpResponse:
    """The form again, with what stands in the way."""
    form.add_error(None, sentences(refusal))
    view.produced_error_message = view.get_error_message()
    return view.form_invalid(form)


class WaitsForDecision:
    """A screen of a list: what a person may not decide alone is kept as a proposal, and the list stays as it is."""

    request: Any
    view_name: str

    @cached_property
    def is_proposing(self) -> bool:
        return proposals.keeper().must_propose(self.request.user)

    @property
    def reason(self) -> str:
        return self.request.POST.get("proposal_reason", "")

    def form_valid(self, form: Any) -> HttpResponse:
        if not self.is_proposing:
            return super().form_valid(form)  # type: ignore[misc]  # Wagtail's screen stands behind this one
        try:
            self.propose(form)
        except Refusal as refusal:
            return refused(self, form, refusal)
        return self.kept()

    def propose(self, form: Any) -> None:
        proposals.keeper().propose(form, by=self.request.user, reason=self.reason)

    def kept(self) -> HttpResponse:
        messages.success(self.request, _("Your change waits for a director. Until then the list stays as it is."))
        return redirect(self.get_success_url())  # type: ignore[attr-defined]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_new = self.view_name == "create"
        waiting = None if is_new else proposals.keeper().waiting_on(self.object)  # type: ignore[attr-defined]
        return super().get_context_data(  # type: ignore[misc]
            is_proposing=self.is_proposing, waiting=waiting, reason=self.reason, **kwargs
        )


class ListCreateView(WaitsForDecision, CreateView):
    """A new row."""


class ListCopyView(WaitsForDecision, CopyView):
    """Fills the form for a new row with another's words. What is filled in goes to the screen for new rows."""

    http_method_names = ["get", "head", "options"]


class ListEditView(WaitsForDecision, EditView):
    """A row as it is."""


class ListServiceCreateView(WaitsForDecision, ServiceCreateView):
    """A new row that a service makes."""

    def propose(self, form: Any) -> None:
        """The service is tried first and undone, so that what it refuses is not proposed to anybody."""
        with transaction.atomic():
            form.save()
            transaction.set_rollback(True)
        again = type(form)(self.request.POST, instance=self.model(), for_user=self.request.user)
        again.is_valid()
        super().propose(again)


class ListDeleteView(WaitsForDecision, DeleteView):
    """Takes a row out of its list, if nothing refers to it."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            saving.refuse_what_is_used(self.object)
            return super().form_valid(form)
        except Refusal as refusal:
            messages.error(self.request, " ".join(sentences(refusal)))
            return redirect(self.get_success_url())

    def propose(self, form: Any) -> None:
        proposals.keeper().propose_removal(self.object, by=self.request.user, reason=self.reason)

    def delete_action(self) -> None:
        saving.remove(self.object, by=self.request.user)
