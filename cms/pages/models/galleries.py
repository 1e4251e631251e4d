"""Galleries: image records in an order, under one title."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable, Page

from .base import ModeratedPage


class GalleryPage(ModeratedPage):
    """A selection of image records that belong together."""

    kind = "gallery"
    required = ("intro", "source_agency", "author_text", "activity_date", "themes")
    template = "pages/gallery_page.html"

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        InlinePanel("items", heading=_("Pictures"), label=_("picture"), min_num=1),
    ]

    class Meta(ModeratedPage.Meta):
        verbose_name = _("gallery")
        verbose_name_plural = _("galleries")


class GalleryItem(Orderable):
    """One record's place in a gallery."""

    gallery = ParentalKey(GalleryPage, on_delete=models.CASCADE, related_name="items")
    record = models.ForeignKey(
        "pages.ImageRecordPage", on_delete=models.PROTECT, related_name="+", verbose_name=_("image record")
    )

    panels = [PageChooserPanel("record", "pages.ImageRecordPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("picture of a gallery")
        verbose_name_plural = _("pictures of galleries")

    def __str__(self) -> str:
        return str(self.record)
