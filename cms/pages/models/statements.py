"""Clarification statements: what was said, what is true, on what ground, what was done (HUE-13)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, TranslatableMixin

from cms.core import clock
from cms.moderation.models import Missing

from .. import claim_addresses, corrections, plain_text, two_languages
from ..blocks import BodyBlocks
from ..choices import Standing, TopicClass, Verdict
from .spoken import SpokenPage


class ClarificationStatementPage(SpokenPage):
    """The public answer to one false report. It points to no dossier: the dossier points to it."""

    topic_class = models.CharField(
        _("kind of foreign information"), max_length=20, choices=TopicClass, default=TopicClass.CLARIFICATION
    )
    said = models.TextField(
        _("what was said"), max_length=1500, blank=True, help_text=_("In neutral words, once; never in the title.")
    )
    said_where = models.CharField(
        _("where it was said"), max_length=300, blank=True, help_text=_("Name of the newspaper, site or account.")
    )
    said_on = models.DateField(_("said on"), null=True, blank=True)
    said_url = models.URLField(
        _("address of what was said"),
        max_length=500,
        blank=True,
        help_text=_("Never shown as a link: who searches for this address finds the statement."),
    )
    said_url_key = models.CharField(max_length=500, blank=True, editable=False, db_index=True)
    verdict = models.CharField(_("verdict"), max_length=16, choices=Verdict, blank=True)
    body = StreamField(BodyBlocks(), blank=True, verbose_name=_("what is true"))
    ground = models.TextField(
        _("on what ground"), blank=True, help_text=_("Documents, records, findings: a line each.")
    )
    done = models.TextField(_("what was done"), blank=True, help_text=_("Steps with their days: a line each."))
    standing = models.CharField(_("standing"), max_length=12, choices=Standing, default=Standing.CURRENT)
    standing_note = models.CharField(
        _("why it is paused or superseded"), max_length=500, blank=True, help_text=_("Readers see it on top.")
    )
    superseded_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("superseded by"),
    )

    kind = "statement"
    required = ("intro", "said", "said_where", "said_on", "verdict", "body", "ground", "done", "source_agency")
    template = "pages/clarification_statement_page.html"

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro", heading=_("Short answer")),
        MultiFieldPanel(
            [
                FieldPanel("said"),
                FieldRowPanel([FieldPanel("said_where"), FieldPanel("said_on")]),
                FieldPanel("said_url"),
                FieldPanel("verdict"),
            ],
            heading=_("What was said"),
        ),
        FieldPanel("body"),
        FieldPanel("ground"),
        FieldPanel("done"),
        SpokenPage.speaker_panel,
        MultiFieldPanel(
            [
                FieldPanel("standing"),
                FieldPanel("standing_note"),
                PageChooserPanel("superseded_by", "pages.ClarificationStatementPage"),
            ],
            heading=_("Whether it holds"),
        ),
        InlinePanel("corrections", heading=_("Corrections"), label=_("correction")),
    ]

    class Meta(SpokenPage.Meta):
        verbose_name = _("clarification statement")
        verbose_name_plural = _("clarification statements")
        indexes = [models.Index(fields=["activity_date"], name="statement_by_activity")]
        constraints = [
            *SpokenPage.Meta.constraints,
            models.CheckConstraint(
                name="statement_says_why_it_does_not_hold",
                condition=Q(standing=Standing.CURRENT) | ~Q(standing_note=""),
                violation_error_message=_("Say why it is paused or superseded: readers see it on top."),
            ),
            models.CheckConstraint(
                name="statement_superseded_by_another",
                condition=Q(superseded_by=None) | Q(standing=Standing.SUPERSEDED),
                violation_error_message=_("Only a superseded statement names the one in its place."),
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.follow()
        super().save(*args, **kwargs)

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        self.follow()
        return super().save_revision(*args, **kwargs)

    def follow(self) -> None:
        """What follows from what was written: the key of the address, the language of corrections."""
        self.said_url_key = claim_addresses.key(self.said_url)
        for correction in self.corrections.all():
            correction.locale_id = correction.locale_id or self.locale_id

    def clean(self) -> None:
        super().clean()
        if self.said_on and self.said_on > clock.today():
            raise ValidationError({"said_on": _("This day has not come yet: give the day on which it was said.")})
        if self.superseded_by_id and self.superseded_by_id == self.pk:
            raise ValidationError({"superseded_by": _("A statement cannot stand in its own place.")})
        if corrections.lost(self, corrections.lines(self.corrections.all())):
            raise ValidationError(corrections.refusal())

    def missing(self) -> list[Missing]:
        lost = corrections.lost(self, corrections.lines(self.corrections.all()))
        return [*super().missing(), *([Missing("corrections", corrections.refusal())] if lost else [])]

    @property
    def ground_lines(self) -> list[str]:
        return filled_lines(self.ground)

    @property
    def done_lines(self) -> list[str]:
        return filled_lines(self.done)

    @property
    def dated_corrections(self) -> list[Any]:
        """The latest first."""
        return sorted(self.corrections.all(), key=lambda correction: correction.day, reverse=True)

    def bars_to_approval(self) -> list[str]:
        return two_languages.bars(self)

    @property
    def search_body(self) -> str:
        """What is true comes first, so that a quotation among results does not repeat the rumour."""
        return "\n".join([plain_text.of_stream(self.body), self.ground, self.done, self.said, self.said_where])

    @property
    def year(self) -> int | None:
        return self.said_on.year if self.said_on else super().year


def filled_lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class StatementCorrection(TranslatableMixin, Orderable):
    """A dated correction of a public statement; once public it stays."""

    statement = ParentalKey(ClarificationStatementPage, on_delete=models.CASCADE, related_name="corrections")
    day = models.DateField(_("day"))
    text = models.TextField(_("what was wrong, what is right"), max_length=1000)

    panels = [FieldPanel("day"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("correction of a statement")
        verbose_name_plural = _("corrections of statements")

    def __str__(self) -> str:
        return f"{self.day:%d.%m.%Y}: {self.text}"

    def clean(self) -> None:
        super().clean()
        if self.day and self.day > clock.today():
            raise ValidationError({"day": _("This day has not come yet: give the day of the correction.")})

    def get_default_locale(self) -> Any:
        return self.statement.locale if self.statement_id or self.statement else super().get_default_locale()
