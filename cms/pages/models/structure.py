"""The home page and the sections: where records are found by browsing."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from ..blocks import TEXT_FEATURES
from .base import ModeratedPage


class HomePage(ModeratedPage):
    """The first page of a language: a lead story, the themes, the latest, and what this archive is."""

    lead = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("lead story"),
        help_text=_("Empty: the latest article with a picture."),
    )
    about = RichTextField(_("about this archive"), blank=True, features=TEXT_FEATURES)

    kind = "home"
    required = ("source_agency",)
    template = "pages/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "pages.SectionIndexPage",
        "pages.HelpPage",
        "pages.PressRoomPage",
        "pages.SpokespersonDirectoryPage",
        "pages.OfficialAccountsPage",
    ]

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        PageChooserPanel("lead", ["pages.ArticlePage", "pages.GalleryPage"]),
        FieldPanel("about"),
    ]

    class Meta(ModeratedPage.Meta):
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..front import home_context

        return {**super().get_context(request, *args, **kwargs), **home_context(self, request)}


class SectionIndexPage(ModeratedPage):
    """A section: a list of its records with filters that are links."""

    kind = "section"
    required = ("source_agency",)
    is_open_to_agencies = True
    template = "pages/section_index_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = [
        "pages.ArticlePage",
        "pages.ImageRecordPage",
        "pages.GalleryPage",
        "pages.LegalDocumentPage",
        "pages.ClarificationStatementPage",
        "pages.PressReleasePage",
        "pages.PressRoomPage",
        "pages.SpokespersonDirectoryPage",
        "pages.OfficialAccountsPage",
        "pages.HelpPage",
    ]

    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta(ModeratedPage.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..listing import section_context

        return {**super().get_context(request, *args, **kwargs), **section_context(self, request)}
