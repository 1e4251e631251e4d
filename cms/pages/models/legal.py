"""Legal documents on foreign information (HUE-07), with their structure and the names of their time."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from ..blocks import LegalBlocks
from ..choices import Validity
from .base import ModeratedPage


class LegalDocumentPage(ModeratedPage):
    """A legal document: number, issuer as named at that time, dates, validity, and its chapters and articles."""

    number = models.CharField(_("number"), max_length=60, blank=True, help_text=_("As in 69/2021/QĐ-UBND."))
    issuer = models.ForeignKey(
        "organisation.Agency",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("issuer"),
        help_text=_("If it is one of our agencies; links then lead to its successor."),
    )
    issuer_name = models.CharField(_("issuer as named on that day"), max_length=255, blank=True)
    signer = models.CharField(_("signed by"), max_length=200, blank=True)
    signer_title = models.CharField(_("as"), max_length=200, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    effective_from = models.DateField(_("in force from"), null=True, blank=True)
    effective_to = models.DateField(_("in force until"), null=True, blank=True)
    validity = models.CharField(
        _("validity"), max_length=12, choices=Validity, default=Validity.UNKNOWN, help_text=_("Never guess.")
    )
    replaces = ParentalManyToManyField(
        "self", blank=True, symmetrical=False, related_name="replaced_by", verbose_name=_("replaces")
    )
    body = StreamField(LegalBlocks(), blank=True, verbose_name=_("text"))
    file = models.ForeignKey(
        "library.ArchiveDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("signed file"),
    )

    kind = "legal"
    required = ("intro", "body", "number", "issued_on", "issuer_name", "source_agency")
    template = "pages/legal_document_page.html"

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("number"), FieldPanel("issued_on")]),
                FieldRowPanel([FieldPanel("issuer"), FieldPanel("issuer_name")]),
                FieldRowPanel([FieldPanel("signer"), FieldPanel("signer_title")]),
                FieldRowPanel([FieldPanel("effective_from"), FieldPanel("effective_to"), FieldPanel("validity")]),
                FieldPanel("replaces"),
                FieldPanel("file"),
            ],
            heading=_("The document"),
        ),
        FieldPanel("body"),
    ]

    class Meta(ModeratedPage.Meta):
        verbose_name = _("legal document")
        verbose_name_plural = _("legal documents")
        constraints = [
            *ModeratedPage.Meta.constraints,
            models.CheckConstraint(
                name="legal_document_ends_after_it_begins",
                condition=Q(effective_from=None) | Q(effective_to=None) | Q(effective_to__gte=F("effective_from")),
                violation_error_message=_("It cannot end before it enters into force."),
            ),
        ]

    @property
    def search_number(self) -> str:
        return self.number

    @property
    def year(self) -> int | None:
        return self.issued_on.year if self.issued_on else super().year
