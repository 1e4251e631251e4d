"""A file that belongs to a dossier: named, hashed, scanned, and kept where no address leads."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.moderation.models.people import person

from ..storage import private_storage, without_a_name
from .kept import Withholdable


class DossierFile(Withholdable):
    """The bytes as they came, with the hash that proves them."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey(
        "clarification.ClarificationDossierPage", on_delete=models.PROTECT, related_name="files"
    )
    file = models.FileField(storage=private_storage, upload_to=without_a_name, max_length=200)
    name = models.CharField(_("name of the file"), max_length=200)
    size = models.PositiveBigIntegerField(_("bytes"))
    sha256 = models.CharField("SHA-256", max_length=64)
    media_type = models.CharField(_("kind of file"), max_length=120)
    picture_hash = models.BigIntegerField(null=True, editable=False)
    kept_at = models.DateTimeField(default=timezone.now)
    kept_by = person()

    words = ("name",)

    class Meta:
        verbose_name = _("file of a dossier")
        verbose_name_plural = _("files of dossiers")
        ordering = ["pk"]
        indexes = [models.Index(fields=["sha256"], name="clarification_file_by_hash")]
        constraints = [
            models.CheckConstraint(
                name="clarification_file_is_hashed", condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
        ]

    def __str__(self) -> str:
        return self.name
