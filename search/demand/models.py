"""Words that found nothing, counted by the day, and the notes by which somebody takes them on."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Max, Q, Sum
from django.utils.translation import gettext_lazy as _

THRESHOLD = 5  # readers and days: below it a single person could show
LONGEST_WORDS = 100


class DemandQuerySet(models.QuerySet):
    """Searches in vain, as editors ask for them."""

    def summed(self) -> Any:
        """Each question in its language, by how many readers asked it and when it was last asked."""
        return self.values("words", "language").annotate(readers=Sum("count"), latest=Max("day"))

    def shown(self) -> Any:
        """What enough different readers asked that nobody can be known from it."""
        return self.summed().filter(readers__gte=THRESHOLD).order_by("-readers", "-latest", "words")

    def too_few_since(self, day: date) -> Self:
        """Rows of before a day whose question too few have asked, then and since."""
        enough = self.summed().filter(readers__gte=THRESHOLD).values_list("words", "language")
        rule = Q()
        for words, language in enough:
            rule |= Q(words=words, language=language)
        rows = self.filter(day__lt=day)
        return rows.exclude(rule) if rule else rows


class Demand(models.Model):
    """How many readers looked for the same words on a day and found nothing. No time, no address, no person."""

    words = models.CharField(_("words without accents"), max_length=LONGEST_WORDS)
    language = models.CharField(_("language of the page"), max_length=12)
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("readers"), default=0)

    objects: Any = DemandQuerySet.as_manager()

    class Meta:
        verbose_name = _("search without result")
        verbose_name_plural = _("searches without result")
        constraints = [
            models.UniqueConstraint(fields=["words", "language", "day"], name="search_demand_once_a_day"),
        ]

    def __str__(self) -> str:
        return self.words


class DemandNote(models.Model):
    """A task: write about what readers looked for in vain."""

    class State(models.TextChoices):
        """Whether there is still something to do."""

        OPEN = "open", _("Open")
        DONE = "done", _("Done")

    words = models.CharField(_("words without accents"), max_length=LONGEST_WORDS)
    language = models.CharField(_("language of the page"), max_length=12)
    state = models.CharField(_("state"), max_length=4, choices=State, default=State.OPEN)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(_("noted"), auto_now_add=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(_("done"), null=True)

    class Meta:
        verbose_name = _("note to write")
        verbose_name_plural = _("notes to write")
        ordering = ["state", "-noted_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["words", "language"], condition=Q(state="open"), name="search_one_open_note_a_question"
            ),
            models.CheckConstraint(
                condition=Q(state="open", done_at=None) | Q(state="done", done_at__isnull=False),
                name="search_note_is_done_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.words
