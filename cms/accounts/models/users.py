"""The natural person behind an account."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..querysets import UsedAccountError, UserManager

# What belongs to the account itself, and so is no trace of its use.
OWN_THINGS = {
    "account.EmailAddress",
    "accounts.PastPassword",
    "accounts.User_groups",
    "accounts.User_user_permissions",
    "wagtailusers.UserProfile",
}


class User(AbstractBaseUser, PermissionsMixin):
    """One natural person with a password of their own; what they may do comes from their seats."""

    email = models.EmailField(_("e-mail"), unique=True, help_text=_("To sign in with. Never given to another."))
    full_name = models.CharField(_("full name"), max_length=255)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    is_active = models.BooleanField(
        _("may sign in"), default=True, help_text=_("Off when the account is locked, or no seat is left.")
    )
    must_change_password = models.BooleanField(
        _("must change the password"), default=False, help_text=_("Nothing else opens until it is done.")
    )
    password_changed_at = models.DateTimeField(_("password changed"), null=True, blank=True, editable=False)
    date_joined = models.DateTimeField(_("account made"), default=timezone.now, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = pgettext_lazy("who have an account", "people")
        ordering = ["full_name", "email"]
        permissions = [("lock_user", "Can lock or unlock an account"), ("close_user", "Can close an account")]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="accounts_user_email_once",
                violation_error_message=_("Somebody has an account with this address already."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(is_active=False),
                name="accounts_user_closed_is_not_active",
                violation_error_message=_("A closed account cannot be opened again."),
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or self.email

    def clean(self) -> None:
        self.email = UserManager.normalize_email(self.email)

    def get_full_name(self) -> str:
        return self.full_name

    @property
    def first_name(self) -> str:
        """What Wagtail's desk calls the person."""
        return self.full_name

    def get_short_name(self) -> str:
        """The given name, which comes last in Vietnamese."""
        return self.full_name.split(" ")[-1]

    @property
    def has_data(self) -> bool:
        """Whether anything in the archive was done by this person, or they ever signed in."""
        return self.last_login is not None or any(self.traces())

    def traces(self) -> Iterator[bool]:
        """For each table that names people: whether it names this one."""
        relations: Iterable[Any] = self._meta.get_fields(include_hidden=True)
        for relation in relations:
            if relation.auto_created and not relation.concrete and relation.related_model._meta.label not in OWN_THINGS:
                yield relation.related_model._base_manager.filter(**{relation.field.name: self}).exists()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Only an account that nobody ever used can go; any other is closed."""
        if self.has_data:
            raise UsedAccountError([self])
        return super().delete(*args, **kwargs)
