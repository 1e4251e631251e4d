"""The falsehood: who said what, where, since when; how it spread; and the copies that prove it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.moderation.models.people import agency, person

from ..choices import CopyKind, CopyMethod, Harm, Reporter
from ..querysets import AddedWithholdableQuerySet, WithholdableQuerySet
from .kept import AddedOnly, Withholdable


class MisinformationItem(Withholdable):
    """One false claim in one place, in its own language and in Vietnamese."""

    dossier = models.ForeignKey(
        "clarification.ClarificationDossierPage", on_delete=models.PROTECT, related_name="items"
    )
    claim = models.TextField(_("the claim, in its own language"))
    language = models.CharField(_("language"), max_length=12, default="vi")
    claim_vi = models.TextField(_("the claim in Vietnamese"), blank=True)
    outlet = models.CharField(_("outlet or platform"), max_length=200)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    canonical_url = models.CharField(max_length=1000, blank=True, editable=False)
    first_seen_at = models.DateTimeField(_("first seen"))
    harm = models.PositiveSmallIntegerField(_("harm"), choices=Harm, default=Harm.NOTICEABLE)
    reporter_kind = models.CharField(_("reported by"), max_length=12, choices=Reporter, default=Reporter.AGENCY)
    reporter_name = models.CharField(_("name of the reporter"), max_length=200, blank=True)
    reporter_contact = models.CharField(_("how to reach the reporter"), max_length=200, blank=True)
    is_reporter_protected = models.BooleanField(
        _("protect the reporter"), default=True, help_text=_("Only the department's officers read the name.")
    )
    recorded_by = person()
    recorded_at = models.DateTimeField(default=timezone.now)

    objects = WithholdableQuerySet.as_manager()

    words = ("claim", "claim_vi", "outlet", "reporter_name", "reporter_contact")

    class Meta:
        verbose_name = _("false information")
        verbose_name_plural = _("false information")
        ordering = ["first_seen_at", "pk"]
        indexes = [models.Index(fields=["canonical_url"], name="clarification_item_by_url")]
        constraints = [
            models.CheckConstraint(
                name="clarification_item_says_something",
                condition=~Q(claim=""),
                violation_error_message=_("Say what the false information claims."),
            ),
            models.CheckConstraint(
                name="clarification_item_in_vietnamese",
                condition=Q(language="vi") | ~Q(claim_vi=""),
                violation_error_message=_("Give the claim in Vietnamese too."),
            ),
        ]

    def __str__(self) -> str:
        return self.outlet

    @property
    def in_vietnamese(self) -> str:
        return self.claim_vi or self.claim


class ClaimWord(models.Model):
    """One word of a claim without its marks: by these, earlier claims are found again."""

    item = models.ForeignKey(MisinformationItem, on_delete=models.CASCADE, related_name="claim_words")
    word = models.CharField(max_length=40)

    class Meta:
        verbose_name = _("word of a claim")
        verbose_name_plural = _("words of claims")
        indexes = [models.Index(fields=["word", "item"], name="clarification_claim_by_word")]
        constraints = [models.UniqueConstraint(fields=["item", "word"], name="clarification_claim_word_once")]

    def __str__(self) -> str:
        return self.word


class SpreadUpdate(AddedOnly, Withholdable):
    """How a false claim went on: where it appeared next, how far it reached. Added, never changed."""

    item = models.ForeignKey(MisinformationItem, on_delete=models.PROTECT, related_name="spread")
    text = models.TextField(_("how it spreads"))
    url = models.URLField(_("address"), max_length=1000, blank=True)
    seen_at = models.DateTimeField(_("seen"))
    by = person()
    agency = agency(null=True)
    at = models.DateTimeField(default=timezone.now)

    objects = AddedWithholdableQuerySet.as_manager()

    words = ("text",)

    class Meta:
        verbose_name = _("update on the spread")
        verbose_name_plural = _("updates on the spread")
        ordering = ["seen_at", "pk"]
        constraints = [models.CheckConstraint(name="clarification_spread_says_something", condition=~Q(text=""))]

    def __str__(self) -> str:
        return self.text[:80]


class ArchivedCopy(models.Model):
    """What a page looked like when it was kept: the file, its hash, when and how it was taken."""

    item = models.ForeignKey(MisinformationItem, on_delete=models.PROTECT, related_name="copies")
    kind = models.CharField(_("form"), max_length=12, choices=CopyKind)
    method = models.CharField(_("how it came"), max_length=12, choices=CopyMethod, default=CopyMethod.UPLOADED)
    file = models.ForeignKey("clarification.DossierFile", on_delete=models.PROTECT, related_name="+")
    captured_at = models.DateTimeField(_("captured"))
    log = models.JSONField(_("capture log"), default=list)

    class Meta:
        verbose_name = _("archived copy")
        verbose_name_plural = _("archived copies")
        ordering = ["captured_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "file"], name="clarification_copy_once"),
            models.CheckConstraint(
                name="clarification_copy_has_a_log",
                condition=~Q(log=[]),
                violation_error_message=_("A copy is kept with a log of how it was taken."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.captured_at:%Y-%m-%d %H:%M}"
