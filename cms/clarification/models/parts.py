"""The five parts of a dossier (Đ4.3): their texts, their authors, every earlier text, and what was asked for."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.moderation.models.people import agency, person

from ..choices import Completeness, Letter, Release
from ..querysets import AddedWithholdableQuerySet
from .kept import AddedOnly, Withholdable

HEADINGS = {
    "domestic": _("Domestic law"),
    "international": _("International law"),
    "experience": _("Experience"),
    "precedents": _("Precedents"),
}
TEXTS = ("body", *HEADINGS)


class PartText(models.Model):
    """The words of a part; only part d has the four headings."""

    body = models.TextField(_("text"), blank=True)
    domestic = models.TextField(HEADINGS["domestic"], blank=True)
    international = models.TextField(HEADINGS["international"], blank=True)
    experience = models.TextField(HEADINGS["experience"], blank=True)
    precedents = models.TextField(HEADINGS["precedents"], blank=True)

    class Meta:
        abstract = True

    @property
    def all_texts(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in TEXTS}


class DossierPart(PartText):
    """One of the five parts as it stands; its version counts the texts it has had."""

    dossier = models.ForeignKey(
        "clarification.ClarificationDossierPage", on_delete=models.PROTECT, related_name="parts"
    )
    letter = models.CharField(_("part"), max_length=2, choices=Letter)
    agency = agency(null=True, blank=True, verbose_name=_("assigned to"))
    version = models.PositiveIntegerField(default=0)
    is_finished = models.BooleanField(_("finished"), default=False)
    may_be_released = models.CharField(_("may be released"), max_length=8, choices=Release, default=Release.NO)
    changed_at = models.DateTimeField(null=True)
    changed_by = person(null=True)

    class Meta:
        verbose_name = _("part of a dossier")
        verbose_name_plural = _("parts of dossiers")
        ordering = ["dossier", "letter"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "letter"], name="clarification_part_once"),
            models.CheckConstraint(name="clarification_part_has_a_letter", condition=Q(letter__in=Letter.values)),
            models.CheckConstraint(
                name="clarification_headings_in_part_d",
                condition=Q(letter=Letter.D) | Q(domestic="", international="", experience="", precedents=""),
            ),
            models.CheckConstraint(
                name="clarification_part_changed_by_somebody",
                condition=Q(version=0) | Q(changed_at__isnull=False, changed_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def sign(self) -> str:
        return Letter(self.letter).sign

    @property
    def name(self) -> str:
        return f"{self.sign}) {self.get_letter_display()}"

    @property
    def fields(self) -> tuple[str, ...]:
        """The texts that this part asks for."""
        return tuple(HEADINGS) if self.letter == Letter.D else ("body",)

    @property
    def has_words(self) -> bool:
        return any(getattr(self, name).strip() for name in TEXTS)

    def completeness(self, lacks: list[str]) -> str:
        """Empty, being written, or complete: finished by its author, with nothing lacking."""
        if not self.has_words:
            return Completeness.EMPTY
        return Completeness.DRAFT if lacks or not self.is_finished else Completeness.COMPLETE


class PartVersion(PartText, AddedOnly, Withholdable):
    """A text that a part has had, and who wrote it. What is set apart for screening is here and not in the part."""

    part = models.ForeignKey(DossierPart, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    based_on = models.PositiveIntegerField(default=0)
    is_finished = models.BooleanField(default=False)
    by = person()
    agency = agency(null=True)
    at = models.DateTimeField(default=timezone.now)

    objects = AddedWithholdableQuerySet.as_manager()

    words = TEXTS

    class Meta:
        verbose_name = _("earlier text of a part")
        verbose_name_plural = _("earlier texts of parts")
        ordering = ["part", "-number", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["part", "number"], condition=Q(number__gt=0), name="clarification_version_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part_id} {self.number}"


class PartReturn(AddedOnly, Withholdable):
    """What the appraiser asks for in one part; it stands beside the part until the dossier is handed in again."""

    part = models.ForeignKey(DossierPart, on_delete=models.PROTECT, related_name="returns")
    step = models.ForeignKey("clarification.DossierStep", on_delete=models.PROTECT, related_name="part_returns")
    version = models.PositiveIntegerField()
    round = models.PositiveSmallIntegerField()
    reason = models.TextField(_("what to change"))
    by = person()
    at = models.DateTimeField(default=timezone.now)

    objects = AddedWithholdableQuerySet.as_manager()

    words = ("reason",)

    class Meta:
        verbose_name = _("return of a part")
        verbose_name_plural = _("returns of parts")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="clarification_return_gives_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say what to change: the authors will read it."),
            ),
        ]

    def __str__(self) -> str:
        return self.reason[:80]


class SituationUpdate(AddedOnly, Withholdable):
    """What has happened since (part a): when, and what. Added, never changed."""

    dossier: Any = models.ForeignKey(
        "clarification.ClarificationDossierPage", on_delete=models.PROTECT, related_name="situation"
    )
    happened_at = models.DateTimeField(_("when it happened"))
    text = models.TextField(_("what has happened"))
    by = person()
    agency = agency(null=True)
    at = models.DateTimeField(default=timezone.now)

    objects = AddedWithholdableQuerySet.as_manager()

    words = ("text",)

    class Meta:
        verbose_name = _("update on the situation")
        verbose_name_plural = _("updates on the situation")
        ordering = ["happened_at", "pk"]
        constraints = [models.CheckConstraint(name="clarification_situation_says_something", condition=~Q(text=""))]

    def __str__(self) -> str:
        return self.text[:80]
