"""Who was told what of which clock, and when: kept for as long as the clock itself."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..choices import ReminderKind
from .deadlines import Deadline
from .people import person


class Reminder(models.Model):
    """One reminder of one kind: the row claims it, so that no second run sends it again."""

    deadline = models.ForeignKey(Deadline, on_delete=models.PROTECT, related_name="reminders")
    kind = models.CharField(_("kind"), max_length=12, choices=ReminderKind.choices)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.UniqueConstraint(fields=["deadline", "kind"], name="deadlines_reminder_goes_once"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Notice(models.Model):
    """A reminder to one person: shown in the archive until read, and written once by letter."""

    reminder = models.ForeignKey(Reminder, on_delete=models.PROTECT, related_name="notices")
    person = person()
    made_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True)
    letter = models.UUIDField(_("letter"), null=True)  # set before the letter goes: a killed run never sends twice
    mailed_at = models.DateTimeField(_("letter sent"), null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.UniqueConstraint(fields=["reminder", "person"], name="deadlines_notice_reaches_a_person_once"),
            models.CheckConstraint(
                condition=Q(mailed_at=None) | Q(letter__isnull=False), name="deadlines_notice_is_mailed_in_a_letter"
            ),
        ]
        indexes = [
            models.Index(fields=["person"], name="notice_to_read", condition=Q(read_at=None)),
            models.Index(fields=["person"], name="notice_to_mail", condition=Q(letter=None)),
            models.Index(fields=["letter"], name="notice_by_letter", condition=Q(letter__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.reminder}"
