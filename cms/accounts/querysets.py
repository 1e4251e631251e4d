"""Questions about people, seats, and who sits on them."""

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.contrib.auth.models import BaseUserManager
from django.db.models import F, QuerySet
from django.db.models.deletion import ProtectedError
from django.utils.translation import gettext as _

from cms.core.querysets import DatedQuerySet, on_q

from .choices import SeatState

if TYPE_CHECKING:
    from .models import User


class UsedAccountError(ProtectedError):
    """Somebody tried to delete a person whose work is in the archive."""

    def __init__(self, users: list["User"]) -> None:
        names = ", ".join(str(user) for user in users)
        super().__init__(
            _("%(names)s: an account that was used is closed, never deleted.") % {"names": names}, set(users)
        )


class UserQuerySet(QuerySet[Any]):
    """People with an account."""

    def delete(self) -> tuple[int, dict[str, int]]:
        """Deletes only accounts that nobody ever used."""
        used: list[User] = [user for user in self if user.has_data]
        if used:
            raise UsedAccountError(used)
        return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Makes accounts known by their e-mail address, in small letters."""

    use_in_migrations = False

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """The break-glass account: sealed, no role of the archive."""
        return self.create_user(email, password, is_superuser=True, **fields)

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        return (email or "").strip().lower()

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email=self.normalize_email(email))


class SeatQuerySet(DatedQuerySet):
    """The rights of agencies to act."""

    def usable(self, on: datetime.date | None = None) -> Self:
        """Seats that are active on the day, of agencies that exist on the day."""
        return self.on(on).filter(on_q(on, "agency__"), state=SeatState.ACTIVE)

    def of(self, agency: Any, kind: str) -> Self:
        return self.filter(agency=agency, kind=kind).exclude(state=SeatState.CLOSED)


class SeatAssignmentQuerySet(DatedQuerySet):
    """Who sits where, and when."""

    def in_force(self, on: datetime.date | None = None) -> Self:
        """Those by which an active person may act on the day; `is_in_force` says it of one row."""
        return self.on(on).filter(
            on_q(on, "seat__"),
            on_q(on, "seat__agency__"),
            seat__state=SeatState.ACTIVE,
            user__is_active=True,
            user__closed_at__isnull=True,
        )


class DelegationQuerySet(DatedQuerySet):
    """Who signs in whose place."""

    def in_force(self, on: datetime.date | None = None) -> Self:
        """Those not taken back, to an active person, on the day; they give nothing while nobody sits on the seat."""
        return self.on(on).filter(revoked_at=None, to_user__is_active=True, to_user__closed_at=None)

    def by_date(self) -> Self:
        return self.order_by(F("valid_from").desc(nulls_last=True), "-pk")
