"""The address under which a calendar program reads a person's deadlines."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .people import person


class CalendarToken(models.Model):
    """A private address, kept as its hash alone; one a person, until it is revoked."""

    person = person()
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    last_read_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("address of a calendar")
        verbose_name_plural = _("addresses of calendars")
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(revoked_at=None), name="deadlines_one_calendar_a_person"
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
