"""Themes and fields of State management (HUE-06): two taxonomies, editable, in every language."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.core.models import Translated


class Term(Translated):
    """One word of a taxonomy."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=120)
    description = models.CharField(_("description"), max_length=400, blank=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_active = models.BooleanField(
        _("offered for new records"), default=True, help_text=_("A word in use is never deleted: switch it off here.")
    )

    class Meta:
        abstract = True
        ordering = ["sort_order", "code"]

    def __str__(self) -> str:
        return self.name


class Theme(Term):
    """A theme of image promotion: land, people, history, culture (Decree 72/2015, Đ8.1)."""

    class Meta(Term.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class FieldOfManagement(Term):
    """A field of State management to which a record belongs (Đ5.1)."""

    class Meta(Term.Meta):
        verbose_name = _("field of management")
        verbose_name_plural = _("fields of management")
