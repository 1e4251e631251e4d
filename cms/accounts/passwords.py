"""What a password must be, and when it must be changed."""

import datetime
import hashlib
import hmac
import os
import secrets
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from . import permissions
from .models import PastPassword, User

MARKS = (str.islower, str.isupper, str.isdigit, lambda letter: not letter.isalnum() and not letter.isspace())
REMEMBERED = 10


def must_change(user: Any) -> bool:
    """Whether the password is temporary, or an administrator's and too old."""
    return user.must_change_password or is_expired(user)


def is_expired(user: Any) -> bool:
    """Administrators renew their password: those who keep the system secure, and the break-glass account."""
    since = user.password_changed_at or user.date_joined
    is_old = timezone.now() - since > datetime.timedelta(days=settings.ADMINISTRATOR_PASSWORD_DAYS)
    return is_old and (user.is_superuser or bool(permissions.is_security(user)))


def one_time_password() -> str:
    """Four groups that can be read aloud; letters and digits that look alike are left out."""
    small, capital, digits = "abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789"
    groups = (small, digits, capital, small)
    return "-".join("".join(secrets.choice(letters) for _place in range(4)) for letters in groups)


class MixedCharactersValidator:
    """Small and capital letters, a digit and a sign."""

    def validate(self, password: str, user: User | None = None) -> None:
        if not all(any(map(mark, password)) for mark in MARKS):
            raise ValidationError(self.get_help_text(), code="password_not_mixed")

    def get_help_text(self) -> str:
        return _("Use small letters, capital letters, digits and at least one sign such as - or !.")


class NotUsedBeforeValidator:
    """Neither the present password nor any of the last ones; so the temporary one never comes back."""

    def validate(self, password: str, user: User | None = None) -> None:
        if user is None or user.pk is None:
            return
        if user.check_password(password) or is_remembered(user, password):
            raise ValidationError(_("You have used this password before. Choose a new one."), code="password_used")

    def get_help_text(self) -> str:
        return _("It cannot be one of your last %(count)s passwords, nor the temporary one.") % {"count": REMEMBERED}

    def password_changed(self, password: str, user: User | None = None) -> None:
        """Called by Django once a new password has been saved."""
        if user is not None and user.pk is not None:
            remember(user, password)
            user.password_changed_at = timezone.now()
            User.objects.filter(pk=user.pk).update(password_changed_at=user.password_changed_at)


def digest(password: str, salt: bytes) -> bytes:
    # Scrypt takes some 50 ms and 16 MB, so that a stolen table of digests is as dear to guess as the passwords.
    return hashlib.scrypt(password.encode(), salt=salt, n=settings.PAST_PASSWORD_COST, r=8, p=1)


def is_remembered(user: User, password: str) -> bool:
    past = list(user.past_passwords.all()[:REMEMBERED])
    if not past:
        return False
    candidate = digest(password, bytes(past[0].salt))
    return any(hmac.compare_digest(candidate, bytes(each.digest)) for each in past)


def remember(user: User, password: str) -> None:
    """Keep the digest of a new password, and let go of those that are old enough to return."""
    latest = user.past_passwords.first()
    salt = bytes(latest.salt) if latest else os.urandom(16)
    PastPassword.objects.create(user=user, salt=salt, digest=digest(password, salt))
    kept = user.past_passwords.values_list("pk", flat=True)[:REMEMBERED]
    user.past_passwords.exclude(pk__in=list(kept)).delete()
