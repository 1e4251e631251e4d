"""One row an item: where it stands, whose it is, who holds it. The queue, the explorer and search read this table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..choices import WAITING, State, WithdrawalGround
from ..querysets import ItemStatusQuerySet
from .people import agency, person

if TYPE_CHECKING:
    from .submissions import Submission


class ItemStatus(models.Model):
    """Where an item stands on its way to the public. The services of this app are its only writers."""

    base_content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    object_id = models.CharField(max_length=64)
    item: Any = GenericForeignKey("content_type", "object_id")

    title = models.CharField(_("title"), max_length=600)
    language = models.CharField(_("language"), max_length=12)
    agency = agency(null=True, verbose_name=_("agency"))
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.DRAFT)
    state_before = models.CharField(max_length=20, choices=State, blank=True)
    round = models.PositiveSmallIntegerField(_("round"), default=0)

    submission = models.ForeignKey(
        "moderation.Submission", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(_("submitted"), null=True)
    due_on = models.DateField(_("due"), null=True)
    assignee = person(null=True, verbose_name=_("appraiser"))
    claimed_at = models.DateTimeField(_("taken"), null=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    accession_number = models.CharField(_("accession number"), max_length=24, null=True, unique=True)
    accession_date = models.DateField(_("accession date"), null=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    withdrawal_ground = models.CharField(
        _("public reason of the withdrawal"), max_length=20, choices=WithdrawalGround, blank=True
    )

    objects = ItemStatusQuerySet.as_manager()

    class Meta:
        verbose_name = _("state of an item")
        verbose_name_plural = _("states of items")
        constraints = [
            models.UniqueConstraint(fields=["base_content_type", "object_id"], name="one_status_an_item"),
            models.CheckConstraint(
                name="accession_number_with_its_date",
                condition=Q(accession_number=None, accession_date=None)
                | Q(accession_number__isnull=False, accession_date__isnull=False),
            ),
            models.CheckConstraint(
                name="an_appraiser_while_in_appraisal",
                condition=~Q(state=State.IN_APPRAISAL) | Q(assignee__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_on"], name="status_by_state_and_due"),
            models.Index(fields=["agency", "state"], name="status_by_agency_and_state"),
            models.Index(fields=["assignee", "state"], name="status_by_assignee"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.get_state_display()})"

    @property
    def passage(self) -> Submission:
        """The submission under way; there is one whenever somebody judges."""
        if self.submission is None:
            raise self.DoesNotExist(_("Nothing was handed in."))
        return self.submission

    @property
    def is_waiting(self) -> bool:
        """Somebody other than the author must act next."""
        return self.state in WAITING
