"""Forms of the organisation whose saving is a deed, not a row."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from . import services


class FunctionAssignmentForm(WagtailAdminModelForm):
    """A new holder takes the place of the one before."""

    instance: Any
    saves_by_service = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.replaces = self.is_new = self.instance.pk is None
        if self.is_new:
            self.fields["valid_from"].required = True
            self.fields["valid_from"].help_text = _("Whoever holds it until now holds it until the day before.")

    def save(self, commit: bool = True) -> Any:
        if not self.is_new:
            return super().save(commit)
        told = self.cleaned_data
        self.instance = services.assign_function(
            told["function"],
            agency=told["agency"],
            from_=told["valid_from"],
            until=told["valid_to"],
            legal_basis=told["legal_basis"],
            by=self.for_user,
        )
        return self.instance


class AgencySuccessionForm(WagtailAdminModelForm):
    """A new succession moves what goes over with it."""

    instance: Any
    saves_by_service = True

    def save(self, commit: bool = True) -> Any:
        if self.instance.pk:
            return super().save(commit)
        told = dict(self.cleaned_data)
        self.instance = services.succeed(told.pop("predecessor"), by=self.for_user, **told)
        return self.instance
