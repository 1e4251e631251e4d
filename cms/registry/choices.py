"""Words with a fixed meaning in the registers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Platform(models.TextChoices):
    """Where an official account stands (HUE-58)."""

    FACEBOOK = "facebook", "Facebook"
    YOUTUBE = "youtube", "YouTube"
    ZALO = "zalo", "Zalo"
    TIKTOK = "tiktok", "TikTok"
    X = "x", "X"
    INSTAGRAM = "instagram", "Instagram"
    OTHER = "other", _("another platform")


class PressKind(models.TextChoices):
    """Which press rules hold for an organisation (Decree 262/2026)."""

    DOMESTIC = "domestic", _("Vietnamese press")
    RESIDENT = "resident", _("foreign press with an office in Viet Nam")
    VISITING = "visiting", _("foreign press without an office in Viet Nam")
