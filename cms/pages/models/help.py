"""Guidance for those who use the archive (HUE-47, Đ16.1), and what the archive says about itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from ..blocks import BodyBlocks
from ..choices import HelpAudience
from .base import ModeratedPage


class HelpPage(ModeratedPage):
    """How something is done, for whom it is written."""

    help_audience = models.CharField(_("for"), max_length=12, choices=HelpAudience, default=HelpAudience.EVERYBODY)
    topic = models.SlugField(
        _("topic"), max_length=40, blank=True, help_text=_("By which screens of the editor link to this page.")
    )
    body = StreamField(BodyBlocks(), blank=True, verbose_name=_("text"))

    kind = "help"
    required = ("intro", "body", "source_agency")
    template = "pages/help_page.html"
    parent_page_types = ["pages.SectionIndexPage", "pages.HomePage"]

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("help_audience"),
        FieldPanel("topic"),
        FieldPanel("body"),
    ]

    class Meta(ModeratedPage.Meta):
        verbose_name = _("help page")
        verbose_name_plural = _("help pages")
