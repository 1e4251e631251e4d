"""Articles: news, features and opinions (HUE-07)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from ..blocks import BodyBlocks
from ..choices import ArticleKind
from .base import ModeratedPage


class ArticlePage(ModeratedPage):
    """A text that presents the province or informs about it."""

    article_kind = models.CharField(
        _("kind of article"), max_length=20, choices=ArticleKind, default=ArticleKind.ARTICLE
    )
    cover = models.ForeignKey(
        "library.ArchiveImage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("lead picture"),
    )
    body = StreamField(BodyBlocks(), blank=True, verbose_name=_("text"))

    kind = "article"
    required = ("intro", "body", "source_agency", "author_text", "activity_date", "themes", "rights_line")
    template = "pages/article_page.html"

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldRowPanel([FieldPanel("article_kind"), FieldPanel("cover")]),
        FieldPanel("body"),
    ]

    class Meta(ModeratedPage.Meta):
        verbose_name = _("article")
        verbose_name_plural = _("articles")
