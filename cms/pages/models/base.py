"""What every page of the archive carries: whose it is, by whom, about when and where, and who may read it (§3.4)."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page
from wagtail.utils.decorators import cached_classmethod

from cms.moderation.choices import AccessClass, Sensitivity
from cms.moderation.models import ItemStatus, Missing, ModeratedPageBase

from .. import completeness, panels, plain_text
from ..choices import Precision, TopicClass


class ModeratedPage(ModeratedPageBase):
    """A page with the metadata that the regulation asks of everything supplied (HUE-22, Đ6.2)."""

    source_agency = models.ForeignKey(
        "organisation.Agency",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("source agency"),
        help_text=_("The agency that supplies it and answers for it."),
    )
    intro = models.TextField(
        _("standfirst"), max_length=700, blank=True, help_text=_("One or two sentences: what the reader will learn.")
    )
    author_text = models.CharField(
        _("author"), max_length=200, blank=True, help_text=_("As it is printed: name, or names.")
    )
    author_unknown = models.BooleanField(
        _("author unknown"), default=False, help_text=_("Tick only if nobody can be named: silence is not enough.")
    )
    activity_date = models.DateField(
        _("date of the activity"), null=True, blank=True, help_text=_("When it happened, not when it was written.")
    )
    activity_date_end = models.DateField(_("last day of the activity"), null=True, blank=True)
    activity_precision = models.CharField(_("precision"), max_length=8, choices=Precision, default=Precision.DAY)
    themes = ParentalManyToManyField("pages.Theme", blank=True, related_name="+", verbose_name=_("themes"))
    fields_of_management = ParentalManyToManyField(
        "pages.FieldOfManagement", blank=True, related_name="+", verbose_name=_("fields of management")
    )
    topic_class = models.CharField(
        _("kind of foreign information"), max_length=20, choices=TopicClass, default=TopicClass.PROMOTION
    )
    places = ParentalManyToManyField(
        "organisation.AdministrativeUnit",
        blank=True,
        related_name="+",
        verbose_name=_("places"),
        help_text=_("Units as they were on the day of the activity; later names are found from them."),
    )
    place_text = models.CharField(_("place in words"), max_length=200, blank=True)
    people = models.CharField(_("people"), max_length=400, blank=True, help_text=_("Who is shown or quoted."))
    event = models.CharField(_("event"), max_length=200, blank=True)
    source_url = models.URLField(_("source address"), max_length=500, blank=True)
    rights_line = models.CharField(
        _("rights"), max_length=300, blank=True, help_text=_("Who holds the rights, and what readers may do with it.")
    )
    sensitivity = models.PositiveSmallIntegerField(
        _("sensitivity"), choices=Sensitivity, default=Sensitivity.PUBLIC, help_text=_("Only level 1 is ever public.")
    )
    access_class = models.CharField(_("access"), max_length=20, choices=AccessClass, default=AccessClass.PUBLIC)
    review_by = models.DateField(
        _("to be reviewed by"), null=True, blank=True, help_text=_("On this day it comes back to the agency's list.")
    )
    last_verified = models.DateField(_("last verified"), null=True, blank=True)

    kind: ClassVar[str] = "page"
    required: ClassVar[tuple[str, ...]] = ()
    parent_page_types: ClassVar[list[str]] = ["pages.SectionIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    content_panels = [*Page.content_panels, "intro"]
    promote_panels = panels.PROMOTE
    settings_panels = panels.SETTINGS

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["activity_date"], name="%(class)s_by_activity")]
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_author_or_unknown",
                condition=Q(author_text="") | Q(author_unknown=False),
                violation_error_message=_("Give the author, or tick “author unknown”: not both."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_activity_ends_after_start",
                condition=Q(activity_date_end=None)
                | Q(activity_date__isnull=False, activity_date_end__gte=F("activity_date")),
                violation_error_message=_("The activity cannot end before it begins."),
            ),
        ]

    @cached_classmethod
    def get_edit_handler(cls) -> Any:  # noqa: N805  (Wagtail's decorator makes it a class method)
        return panels.edit_handler(cls)

    def clean(self) -> None:
        super().clean()
        completeness.refuse_the_impossible(self)

    def missing(self) -> list[Missing]:
        """Everything that must be given before it can be handed in, field by field, in the order of the editor."""
        return completeness.missing(self)

    def refused_in_editor(self) -> list[Missing]:
        """What not even a draft may say; asked by the editor's form alone, so that other saves of a page go on."""
        return []

    @property
    def accession(self) -> ItemStatus:
        """Number and date under which the archive keeps it, once approved."""
        return self.status

    @property
    def printed_author(self) -> str:
        return str(_("Author unknown")) if self.author_unknown else self.author_text

    @property
    def year(self) -> int | None:
        """The year by which lists and search sort it."""
        day = self.activity_date or (self.first_published_at and self.first_published_at.date())
        return day.year if day else None

    @property
    def outdated_since(self) -> datetime.date | None:
        """The day on which the source changed after this translation was made; None while it is up to date."""
        from ..translations import outdated_since

        return outdated_since(self)

    @property
    def search_title(self) -> str:
        return self.title

    @property
    def search_intro(self) -> str:
        return self.intro

    @property
    def search_body(self) -> str:
        """The words of the body a reader sees; notes among editors are not among them (L-15)."""
        return plain_text.of_stream(self.body) if hasattr(self, "body") else ""

    @property
    def search_number(self) -> str:
        """Numbers by which people ask for it."""
        return self.status.accession_number or ""
