"""Passwords that may not come back."""

from django.conf import settings
from django.db import models


class PastPassword(models.Model):
    """The digest of a password that a person has had; all of one person's share a salt, to be compared at once."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="past_passwords")
    salt = models.BinaryField(max_length=16)
    digest = models.BinaryField(max_length=64)
    set_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.user_id} {self.set_at:%Y-%m-%d}"
