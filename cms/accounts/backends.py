"""Signing in by e-mail; rights from seats and from nothing else."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest

from cms.core import clock

from . import permissions
from .models import Delegation, SeatAssignment, User


class SeatBackend(AuthenticationBackend):
    """Gives whoever signs in the rights of the seats they sit on today; groups count for nothing."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        credentials.setdefault("email", credentials.pop("username", None))
        user = super().authenticate(request, **credentials)
        return None if user is None or has_left(user) else user

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        return permissions.granted(user_obj) if obj is None else set()

    def get_user_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        return set()

    def get_group_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        return set()

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return user_obj.is_active and perm in self.get_all_permissions(user_obj, obj)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        prefix = f"{app_label}."
        return user_obj.is_active and any(perm.startswith(prefix) for perm in self.get_all_permissions(user_obj))


def has_left(user: User) -> bool:
    """Whether every seat that the person had is over."""
    if user.is_superuser or not user.assignments.exists():
        return False
    today = clock.today()
    sits = SeatAssignment.objects.filter(user=user).not_ended(today).exists()
    return not (sits or Delegation.objects.filter(to_user=user).not_ended(today).exists())
