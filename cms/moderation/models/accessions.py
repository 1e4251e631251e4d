"""Numbers for what enters the archive: once, gap-free within a year, whoever approves at the same moment."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AccessionCounter(models.Model):
    """The last number given in a year. Its row is locked meanwhile, so an approval rolled back leaves no gap."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("accession counter")
        verbose_name_plural = _("accession counters")

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"

    def number(self) -> str:
        """As printed on pages and in citations: HĐ.2026.0042."""
        return f"HĐ.{self.year}.{self.last:04d}"
