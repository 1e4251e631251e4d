"""Screens shared by the lists of every app."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from wagtail.snippets.views.snippets import CreateView


class ServiceCreateView(CreateView):
    """A screen whose form hands the work to a service that also keeps the record; its refusal shows in the form."""

    def save_instance(self) -> Any:
        return self.form.save()

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except (ValidationError, PermissionDenied) as refusal:
            form.add_error(None, getattr(refusal, "messages", None) or str(refusal))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
