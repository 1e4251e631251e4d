"""Who wants to hear of new records that answer a search."""

import secrets
from datetime import date, datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from cms.core import clock

LONGEST_QUERY, LONGEST_NUMBER = 1_000, 16
PATIENCE = timedelta(days=7)  # an address that nobody confirms is deleted after it


class Cadence(models.TextChoices):
    """How often a letter may come."""

    DAILY = "daily", _("every day")
    WEEKLY = "weekly", _("every week")


DAYS = {Cadence.DAILY: 1, Cadence.WEEKLY: 7}


class SavedSearchQuerySet(models.QuerySet):
    """Searches that are followed, as the letters ask for them."""

    def due(self, today: date) -> Self:
        """Confirmed, and not written to on one of the last days."""
        rule = Q()
        for cadence, days in DAYS.items():
            rule |= Q(cadence=cadence, last_sent__lt=midnight(today - timedelta(days=days - 1)))
        return self.filter(rule, confirmed_at__isnull=False)

    def unconfirmed_since(self, moment: datetime) -> Self:
        return self.filter(confirmed_at=None, asked_at__lt=moment)


def midnight(day: date) -> datetime:
    """The first moment of a day where the archive is."""
    return datetime.combine(day, datetime.min.time(), clock.VIET_NAM)


def new_key() -> str:
    return secrets.token_urlsafe(24)


class SavedSearch(models.Model):
    """An address, a search, and how often its owner wants to hear of it. The address serves for these letters alone."""

    address = models.EmailField(_("address"))
    language = models.CharField(_("language"), max_length=12)
    query = models.CharField(_("search, as in an address"), max_length=LONGEST_QUERY)
    cadence = models.CharField(_("how often"), max_length=6, choices=Cadence, default=Cadence.WEEKLY)
    key = models.CharField(max_length=40, default=new_key, editable=False)
    asked_at = models.DateTimeField(_("asked for"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    last_sent = models.DateTimeField(_("told of everything up to"), null=True)

    objects: Any = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        constraints = [
            models.UniqueConstraint(fields=["address", "language", "query"], name="search_saved_once_an_address"),
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | Q(last_sent__isnull=False),
                name="search_saved_confirmed_is_told_from_then",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.query} ({self.language}, {self.cadence})"

    @property
    def token(self) -> str:
        """What the links in letters carry: it opens this search and no other. Only its key is kept."""
        return f"{self.pk}-{salted_hmac('search.saved', f'{self.pk}:{self.key}', algorithm='sha256').hexdigest()[:40]}"

    @classmethod
    def by_token(cls, token: str) -> "SavedSearch | None":
        number, _mark, _rest = token.partition("-")
        is_number = number.isascii() and number.isdigit() and len(number) < LONGEST_NUMBER
        found = cls.objects.filter(pk=int(number)).first() if is_number else None
        return found if found and constant_time_compare(found.token, token) else None
