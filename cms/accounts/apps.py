from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Users, seats, delegations, and what they may do."""

    name = "cms.accounts"
    verbose_name = _("accounts")
