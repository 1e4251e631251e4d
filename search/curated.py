"""Lists that editors keep for search: words that mean the same, and results that stand first."""

import uuid
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.core import clock

from .text import WORD, fold

LONGEST_WORDS, MOST_LINES = 6, 20


def content_languages() -> list[tuple[str, str]]:
    return list(settings.WAGTAIL_CONTENT_LANGUAGES)


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class ListsMark(models.Model):
    """A mark that changes with every change of these lists and of the organisation: one look tells who must read anew.

    It is drawn by lot and not counted up, so that a change taken back never looks like another one.
    """

    value = models.UUIDField(_("mark"), default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = _("mark of the lists")
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="search_one_lists_mark")]

    def __str__(self) -> str:
        return str(self.value)


class SynonymSet(models.Model):
    """Words, abbreviations and names that mean the same: who types one finds the others too."""

    words = models.TextField(
        _("words"),
        help_text=_("One word or phrase a line, six syllables at most, in whatever language: UBND, ủy ban nhân dân."),
    )
    language = models.CharField(
        _("language of the reader"),
        max_length=12,
        blank=True,
        choices=content_languages,
        help_text=_("Empty: for readers of every language."),
    )
    note = models.CharField(_("note"), max_length=255, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)

    objects: Any = models.Manager()

    class Meta:
        verbose_name = _("set of synonyms")
        verbose_name_plural = _("sets of synonyms")
        ordering = ["words", "pk"]

    def __str__(self) -> str:
        return " = ".join(self.lines)

    def clean(self) -> None:
        super().clean()
        if len({fold(line) for line in self.lines} - {""}) < 2:
            raise ValidationError({"words": _("Give at least two different words, each on a line of its own.")})
        if len(self.lines) > MOST_LINES:
            message = _("A set holds at most %(number)s lines.") % {"number": MOST_LINES}
            raise ValidationError({"words": message})
        if long := next((line for line in self.lines if len(WORD.findall(line)) > LONGEST_WORDS), ""):
            raise ValidationError({"words": _("“%(words)s” is longer than six syllables.") % {"words": long}})

    @property
    def lines(self) -> list[str]:
        return lines_of(self.words)


class PinnedResult(models.Model):
    """A page that editors put first for certain words, from one day to another."""

    words = models.TextField(
        _("words typed"), help_text=_("One question a line. Accents and capitals make no difference.")
    )
    language = models.CharField(
        _("language of the reader"),
        max_length=12,
        blank=True,
        choices=content_languages,
        help_text=_("Empty: for readers of every language."),
    )
    page = models.ForeignKey(
        Page,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
        help_text=_("Shown while it is public, in the reader's language where there is one."),
    )
    first_day = models.DateField(_("first day"), null=True, blank=True)
    last_day = models.DateField(_("last day"), null=True, blank=True, help_text=_("Itself included."))
    note = models.CharField(_("note"), max_length=255, blank=True)

    objects: Any = models.Manager()

    class Meta:
        verbose_name = _("pinned result")
        verbose_name_plural = _("pinned results")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_day__isnull=True) | Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="search_pin_ends_after_it_starts",
                violation_error_message=_("The last day cannot be before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{', '.join(lines_of(self.words))} → {self.page.title}"

    def clean(self) -> None:
        super().clean()
        if not self.questions:
            raise ValidationError({"words": _("Give at least one word.")})

    @property
    def questions(self) -> set[str]:
        """What is typed, without accents."""
        return {fold(line) for line in lines_of(self.words)} - {""}

    @property
    def is_in_force(self) -> bool:
        today = clock.today()
        return (self.first_day or today) <= today <= (self.last_day or today)
