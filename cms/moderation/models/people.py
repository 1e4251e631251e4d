"""How a row names somebody: for ever, since whoever has acted is never deleted (DN-22)."""

from typing import Any

from django.conf import settings
from django.db import models


def person(**options: Any) -> Any:
    """A reference to a user which keeps that user."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **options)


def agency(**options: Any) -> Any:
    """A reference to an agency which keeps that agency."""
    return models.ForeignKey("organisation.Agency", on_delete=models.PROTECT, related_name="+", **options)
