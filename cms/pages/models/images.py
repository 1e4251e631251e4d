"""Image records: one image, one record; galleries only point to it (§3.4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Page

from .base import ModeratedPage


class ImageRecordPage(ModeratedPage):
    """A picture as a record of its own: large, credited, dated, placed and citable."""

    image = models.ForeignKey(
        "library.ArchiveImage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("picture"),
    )
    caption = models.TextField(_("caption"), max_length=900, blank=True, help_text=_("What, where, when."))
    series = models.CharField(_("series"), max_length=200, blank=True)
    technique = models.CharField(_("technique"), max_length=200, blank=True)

    kind = "image"
    required = ("image", "caption", "source_agency", "author_text", "activity_date", "themes", "rights_line")
    template = "pages/image_record_page.html"

    content_panels = [
        *Page.content_panels,
        FieldPanel("image"),
        FieldPanel("caption"),
        FieldRowPanel([FieldPanel("series"), FieldPanel("technique")]),
    ]

    class Meta(ModeratedPage.Meta):
        verbose_name = _("image record")
        verbose_name_plural = _("image records")

    @property
    def search_intro(self) -> str:
        return self.caption
