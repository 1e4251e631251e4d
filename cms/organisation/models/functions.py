"""Which agency holds which function, from one day to another."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.models import Dated

from ..choices import Function
from ..querysets import FunctionAssignmentQuerySet
from .agencies import Agency


class FunctionAssignment(Dated):
    """A function in the hands of an agency for a time; no function has two holders on one day."""

    function = models.CharField(_("function"), max_length=40, choices=Function.choices)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="function_assignments", verbose_name=_("agency")
    )

    objects = FunctionAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("holder of a function")
        verbose_name_plural = _("holders of functions")
        ordering = ["function", "-valid_from"]
        constraints = [*Dated.Meta.constraints]
        indexes = [models.Index(fields=["function", "valid_from"], name="organisation_function_from")]

    def __str__(self) -> str:
        return f"{self.get_function_display()}: {self.agency}"

    def clean(self) -> None:
        super().clean()
        others = FunctionAssignment.objects.filter(function=self.function).in_the_way_of(self)
        if other := others.select_related("agency").first():
            message = _("%(agency)s holds this function in the same time.") % {"agency": other.agency}
            raise ValidationError({"function": ValidationError(message, code="two_holders")})

    @classmethod
    def holder(cls, function: str, on: datetime.date | None = None) -> Agency | None:
        """The agency that holds the function on the day (today when not told)."""
        return cls.objects.holder(function, on)
