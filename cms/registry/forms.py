"""Forms of entries whose first saving is a deed."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from . import services

LAST_DAY = "valid_to"


class ListedForm(WagtailAdminModelForm):
    """A new entry waits for a director. One that is public only ends: what has changed is a new entry."""

    instance: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.published_at:
            for name, field in self.fields.items():
                field.disabled = name != LAST_DAY
            if LAST_DAY in self.fields:
                self.fields[LAST_DAY].help_text = _("The last day. What has changed is a new entry from the day after.")

    def save(self, commit: bool = True) -> Any:
        if self.instance.pk is None:
            return services.enter(self.instance, by=self.for_user)
        return super().save(commit)
