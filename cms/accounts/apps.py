from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    """Users, seats, delegations, and what they may do."""

    name = "cms.accounts"
    verbose_name = _("accounts")
    default = True

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from cms.core.policies import KeptForEver

        from .models import Delegation, Seat, SeatAssignment

        for model in (Seat, SeatAssignment, Delegation):
            register_permission_policy(model, KeptForEver(model))


class PeopleConfig(WagtailUsersAppConfig):
    """Wagtail's list of users, shown as our list of people."""

    default = False
    user_viewset = "cms.accounts.viewsets.people.PersonViewSet"
