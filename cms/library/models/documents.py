"""A file that belongs to a record: the signed scan of a decision, a table, a paper."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document


class ArchiveDocument(AbstractDocument):
    """A document file, and the agency that supplied it. Public while something public shows it."""

    agency = models.ForeignKey(
        "organisation.Agency",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("supplying agency"),
    )

    admin_form_fields = (*Document.admin_form_fields, "agency")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
