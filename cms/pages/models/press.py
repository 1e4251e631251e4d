"""What is released to the press: numbered, dated, spoken by somebody who may speak that day (HUE-11)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from cms.core import clock

from ..blocks import TEXT_FEATURES, BodyBlocks
from .base import ModeratedPage
from .spoken import SpokenPage


class PressReleasePage(SpokenPage):
    """A press release."""

    number = models.CharField(_("number of the release"), max_length=60, blank=True, help_text=_("As in 15/2026."))
    released_on = models.DateField(_("released on"), null=True, blank=True)
    body = StreamField(BodyBlocks(), blank=True, verbose_name=_("text"))
    file = models.ForeignKey(
        "library.ArchiveDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("signed file"),
    )

    kind = "release"
    required = ("intro", "body", "number", "released_on", "source_agency")
    template = "pages/press_release_page.html"

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("number"), FieldPanel("released_on")]), FieldPanel("file")],
            heading=_("The release"),
        ),
        SpokenPage.speaker_panel,
        FieldPanel("body"),
    ]

    class Meta(SpokenPage.Meta):
        verbose_name = _("press release")
        verbose_name_plural = _("press releases")

    def clean(self) -> None:
        super().clean()
        if self.released_on and self.released_on > clock.today() and not self.go_live_at:
            raise ValidationError({"released_on": _("This day has not come yet: give the day of the release.")})

    @property
    def search_number(self) -> str:
        return self.number

    @property
    def year(self) -> int | None:
        return self.released_on.year if self.released_on else super().year


class PressRoomPage(ModeratedPage):
    """Where the press begins: the latest releases and statements, whom to call, how to ask."""

    asking = RichTextField(
        _("how to ask"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Where and how the press asks, and when it is answered."),
    )

    kind = "pressroom"
    required = ("intro", "source_agency")
    template = "pages/press_room_page.html"
    parent_page_types = ["pages.HomePage", "pages.SectionIndexPage"]
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("asking")]

    class Meta(ModeratedPage.Meta):
        verbose_name = _("press room")
        verbose_name_plural = _("press rooms")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..press import room_context

        return {**super().get_context(request, *args, **kwargs), **room_context(self, request)}


class SpokespersonDirectoryPage(ModeratedPage):
    """Everybody who speaks for an agency today, as the register lists them (HUE-52)."""

    kind = "spokespersons"
    required = ("intro", "source_agency")
    template = "pages/spokesperson_directory_page.html"
    parent_page_types = ["pages.HomePage", "pages.SectionIndexPage"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta(ModeratedPage.Meta):
        verbose_name = _("directory of spokespersons")
        verbose_name_plural = _("directories of spokespersons")
        indexes = [models.Index(fields=["activity_date"], name="spokespersons_by_activity")]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..press import spokespersons

        return {**super().get_context(request, *args, **kwargs), "speakers": spokespersons()}


class OfficialAccountsPage(ModeratedPage):
    """Every account that officially speaks for an agency today, as the register lists them (HUE-58)."""

    kind = "accounts"
    required = ("intro", "source_agency")
    template = "pages/official_accounts_page.html"
    parent_page_types = ["pages.HomePage", "pages.SectionIndexPage"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta(ModeratedPage.Meta):
        verbose_name = _("list of official accounts")
        verbose_name_plural = _("lists of official accounts")
        indexes = [models.Index(fields=["activity_date"], name="accounts_by_activity")]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..press import accounts

        return {**super().get_context(request, *args, **kwargs), "accounts": accounts()}
