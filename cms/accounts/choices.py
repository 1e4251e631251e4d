"""The kinds and states of a seat."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SeatKind(TextChoices):
    """What a seat lets its custodian do for the agency."""

    CONTRIBUTE = "contribute", _("contribute")
    APPROVE = "approve", _("clear or approve")
    MODERATE = "moderate", _("appraise")
    SCREEN = "screen", _("screen for secrets")
    SECURE = "secure", _("keep secure")
    AUDIT = "audit", _("audit")
    PRESS = "press", _("press")
    DATA = "data", _("look after data")
    REGISTRY = "registry", _("manage a registry")


class SeatState(TextChoices):
    """Whether a seat may be used."""

    ACTIVE = "active", _("active")
    SUSPENDED = "suspended", _("suspended")
    CLOSED = "closed", _("closed")
