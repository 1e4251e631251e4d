"""How a row names somebody: for ever, since whoever was told or acted is never deleted."""

from typing import Any

from django.conf import settings
from django.db import models


def person(**options: Any) -> Any:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **options)
