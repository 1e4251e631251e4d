"""Forms about people and seats; saving is always a service."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.users.forms import UserEditForm

from . import services
from .models import User


class PersonForm(UserEditForm):
    """Who the person is. No password, no groups, no rights: those come from services and seats."""

    password_enabled = False
    first_name = None
    last_name = None
    is_superuser = None

    class Meta:
        model = User
        fields = ["full_name", "email", "phone"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.pop("editing_self", None)
        super().__init__(*args, **kwargs)

    def clean_email(self) -> str:
        return User.objects.normalize_email(self.cleaned_data["email"])


class ReasonForm(forms.Form):
    """Why. The person concerned will read it."""

    reason = forms.CharField(
        label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), help_text=_("The person concerned will read it.")
    )


class ClosingForm(ReasonForm):
    """Why, and by which request."""

    document = forms.CharField(
        label=_("Written request"), max_length=200, help_text=_("Number, date and sender of the request to close.")
    )


class SeatForm(WagtailAdminModelForm):
    """A new seat takes a place in the quota of its agency."""

    instance: Any

    def save(self, commit: bool = True) -> Any:
        if self.instance.pk:
            return super().save(commit)
        told = self.cleaned_data
        self.instance = services.open_seat(
            told["agency"],
            told["kind"],
            from_=told["valid_from"],
            until=told["valid_to"],
            legal_basis=told["legal_basis"],
            by=self.for_user,
        )
        return self.instance


class SeatAssignmentForm(WagtailAdminModelForm):
    """A new custodian takes the place of the one before."""

    instance: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.replaces = self.is_new = self.instance.pk is None
        if self.is_new:
            self.fields["valid_from"].required = True
            self.fields["valid_from"].help_text = _(
                "Whoever sits there leaves the day before, and can no longer sign in if no other seat is left."
            )

    def save(self, commit: bool = True) -> Any:
        if not self.is_new:
            return super().save(commit)
        told = dict(self.cleaned_data)
        self.instance = services.change_custodian(
            told.pop("seat"), told.pop("user"), on=told.pop("valid_from"), by=self.for_user, **told
        )
        return self.instance


class DelegationForm(WagtailAdminModelForm):
    """A new delegation, refused to those who were only delegated themselves."""

    instance: Any

    def clean_seat(self) -> Any:
        seat = self.cleaned_data["seat"]
        try:
            services.refuse_chain(seat, self.for_user)
        except PermissionDenied as refusal:
            raise forms.ValidationError(str(refusal), code="chain") from refusal
        return seat

    def save(self, commit: bool = True) -> Any:
        if self.instance.pk:
            return super().save(commit)
        told = self.cleaned_data
        self.instance = services.delegate(
            told["seat"],
            to=told["to_user"],
            from_=told["valid_from"],
            until=told["valid_to"],
            scope=told["scope"],
            document_number=told["document_number"],
            document_date=told["document_date"],
            legal_basis=told["legal_basis"],
            by=self.for_user,
        )
        return self.instance
