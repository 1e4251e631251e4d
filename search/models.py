"""What can be found: the entries engines are built from, and the number that orders their changes."""

import uuid
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .curated import ListsMark, PinnedResult, SynonymSet
from .demand.models import Demand, DemandNote
from .querysets import DeadLetterQuerySet, SearchEntryQuerySet
from .saved.models import SavedSearch
from .titles import TitleStart, TitleWord

__all__ = [
    "Audience",
    "ChangeNumber",
    "DeadLetter",
    "Demand",
    "DemandNote",
    "IndexReport",
    "ListsMark",
    "PinnedResult",
    "SavedSearch",
    "SearchEntry",
    "SynonymSet",
    "TitleStart",
    "TitleWord",
]


class Audience(models.TextChoices):
    """Who may find an entry: everybody, or the people who work on the record."""

    PUBLIC = "public", _("public")
    STAFF = "staff", _("staff")


class ChangeNumber(models.Model):
    """The last number given to a change. Its one row is locked until the change commits, so numbers follow commits.

    It also names this database, so that an index built from another one is noticed.
    """

    archive = models.UUIDField(_("name of this database"), default=uuid.uuid4, editable=False)
    last = models.PositiveBigIntegerField(_("last number given"), default=0)

    class Meta:
        verbose_name = _("change number")
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="search_one_change_number")]

    def __str__(self) -> str:
        return str(self.last)


class SearchEntry(models.Model):
    """One record in one language, as one audience may find it; written in the transaction that changes the record.

    An entry is a copy: it holds no foreign key to what it copies, so that search never holds a record back.
    """

    audience = models.CharField(_("audience"), max_length=6, choices=Audience)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField(_("record"))
    language = models.CharField(_("language"), max_length=12)
    family = models.CharField(_("record in all its languages"), max_length=64)
    kind = models.CharField(_("kind"), max_length=24)
    title = models.TextField(_("title"))
    title_folded = models.TextField(_("title without accents"))
    intro = models.TextField(_("introduction"), blank=True)
    body = models.TextField(_("text"), blank=True)
    keywords = models.TextField(_("names and places"), blank=True)
    number = models.CharField(_("number"), max_length=255, blank=True)
    agency_id = models.PositiveBigIntegerField(_("agency"), null=True)
    themes = models.JSONField(_("themes"), default=list, blank=True)
    fields = models.JSONField(_("fields of management"), default=list, blank=True)
    date = models.DateField(_("date"), null=True)
    date_precision = models.CharField(_("precision"), max_length=8, default="day")
    year = models.PositiveSmallIntegerField(_("year"), null=True)
    places = models.JSONField(_("numbers of places"), default=list, blank=True)
    orientation = models.CharField(_("orientation of the picture"), max_length=10, blank=True)
    size = models.CharField(_("size of the picture"), max_length=6, blank=True)
    picture_id = models.PositiveBigIntegerField(_("picture"), null=True)
    validity = models.CharField(_("validity"), max_length=24, blank=True)
    state = models.CharField(_("state"), max_length=24, blank=True)
    due_on = models.DateField(_("due"), null=True)
    lacks = models.JSONField(_("fields that still lack something"), default=list, blank=True)
    is_removed = models.BooleanField(_("removed"), default=False)
    sequence = models.PositiveBigIntegerField(_("number of its last change"))

    objects: Any = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [
            models.UniqueConstraint(
                fields=["audience", "content_type", "object_id", "language"], name="search_entry_once_an_audience"
            ),
            models.UniqueConstraint(fields=["sequence"], name="search_entry_change_is_its_own"),
            models.CheckConstraint(condition=Q(audience__in=Audience.values), name="search_entry_audience_is_known"),
            models.CheckConstraint(
                condition=Q(is_removed=False) | Q(title="", title_folded="", intro="", body="", keywords=""),
                name="search_entry_removed_keeps_no_words",
            ),
        ]
        indexes = [
            models.Index(fields=["family", "audience"], name="search_entry_family"),
            models.Index(fields=["audience", "sequence"], name="search_entry_changes"),
            models.Index(fields=["object_id"], name="search_entry_record"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language}, {self.audience})"


class DeadLetter(models.Model):
    """A document that an engine refuses whatever is done, and why. It never holds the others up, and is tried again."""

    engine = models.CharField(_("engine"), max_length=40)
    key = models.CharField(_("document"), max_length=160)
    title = models.TextField(_("title"), blank=True)
    cause = models.TextField(_("cause"))
    tries = models.PositiveIntegerField(_("tries"), default=1)
    first_refused_at = models.DateTimeField(_("first refused"), auto_now_add=True)
    refused_at = models.DateTimeField(_("last refused"), auto_now=True)
    next_try_at = models.DateTimeField(_("next try"))

    objects: Any = DeadLetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("refused document")
        verbose_name_plural = _("refused documents")
        constraints = [models.UniqueConstraint(fields=["engine", "key"], name="search_letter_once_a_document")]

    def __str__(self) -> str:
        return f"{self.title or self.key}: {self.cause}"


class IndexReport(models.Model):
    """How an index fares, as the last process that let it follow saw it; read without asking the engine."""

    engine = models.CharField(_("engine"), max_length=40, unique=True)
    sequence = models.PositiveBigIntegerField(_("last change taken in"), default=0)
    followed_at = models.DateTimeField(_("last time it was up to date"), null=True)
    failing_since = models.DateTimeField(_("failing since"), null=True)
    cause = models.TextField(_("cause"), blank=True)
    tries = models.PositiveIntegerField(_("tries that failed"), default=0)
    next_try_at = models.DateTimeField(_("next try"), null=True)
    drift = models.PositiveIntegerField(_("documents that differed at the last comparison"), default=0)
    compared_at = models.DateTimeField(_("last comparison"), null=True)

    class Meta:
        verbose_name = _("state of an index")
        verbose_name_plural = _("states of indices")

    def __str__(self) -> str:
        return self.engine
