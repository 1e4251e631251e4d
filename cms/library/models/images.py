"""A picture with what must stand under it in every language, and the versions of it that the public is served."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition

from cms.core.models import Translated

from ..querysets import ArchiveImageQuerySet


class ArchiveImage(Translated, AbstractImage):
    """An original, kept private, with its caption, credit and description. One file may serve several records."""

    agency = models.ForeignKey(
        "organisation.Agency",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("supplying agency"),
    )
    alt_text = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What is seen, for readers who cannot see the picture. Required before it can be handed in."),
    )
    caption = models.CharField(_("caption"), max_length=600, blank=True, help_text=_("What, where, when."))
    credit = models.CharField(
        _("credit line"), max_length=200, blank=True, help_text=_("As printed under the picture: name / agency.")
    )
    captured_on = models.DateField(_("taken on"), null=True, blank=True)
    crop_allowed = models.BooleanField(
        _("may be cropped"), default=False, help_text=_("Only if the creator permits it: otherwise it is shown whole.")
    )
    sha256 = models.CharField(max_length=64, blank=True, editable=False)

    objects = ArchiveImageQuerySet.as_manager()

    admin_form_fields = (
        "title",
        "file",
        "agency",
        "captured_on",
        "crop_allowed",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self) -> str:
        return self.alt_text

    def contents_hash(self) -> str:
        """SHA-256 of the original file, in hexadecimal."""
        with self.open_file() as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def ready_renditions(self) -> dict[str, ArchiveRendition]:
        """What was made when it was approved, by filter; one query, none when prefetched."""
        return {rendition.filter_spec: rendition for rendition in self.renditions.all()}

    @property
    def ratio(self) -> float:
        """Width over height."""
        return self.width / self.height

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.sha256 and self.file:
            self.sha256 = self.contents_hash()
        super().save(*args, **kwargs)


class ArchiveRendition(AbstractRendition):
    """A smaller copy for the public: never cropped unless the creator permits it, without GPS and serial numbers."""

    image = models.ForeignKey(ArchiveImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_filter_and_focal_point"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.image_id} {self.filter_spec}"
