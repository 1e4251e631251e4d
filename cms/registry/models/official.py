"""Official accounts on social networks (Decree 148/2026; Decree 244/2026, Đ5.2): HUE-58."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..choices import Platform
from .listed import Listed


class OfficialAccount(Listed):
    """An account that speaks for an agency; only one that a director has made public is on the list."""

    agency = models.ForeignKey(
        "organisation.Agency", on_delete=models.PROTECT, related_name="official_accounts", verbose_name=_("agency")
    )
    platform = models.CharField(_("platform"), max_length=12, choices=Platform)
    name = models.CharField(_("name of the account"), max_length=200)
    url = models.URLField(_("address"), max_length=500, unique=True)
    language = models.CharField(_("language"), max_length=12, default="vi")

    kind_in_address = "account"

    class Meta(Listed.Meta):
        verbose_name = _("official account")
        verbose_name_plural = _("official accounts")
        ordering = ["agency__eid", "platform", "name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_platform_display()})"
