"""What is done to files when an item becomes public."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex

from .models import ArchiveImage
from .renditions import make


def images_of(item: Any) -> list[ArchiveImage]:
    """Every image that an item shows, whatever field or block it stands in."""
    images = ContentType.objects.get_for_model(get_image_model())
    keys = {key for kind, key, *_path in ReferenceIndex._extract_references_from_object(item) if kind == images.pk}
    return list(ArchiveImage.objects.filter(pk__in=keys).prefetch_related("renditions"))


def make_renditions(item: Any) -> int:
    """Make what the public will be served of an item's images; the number of renditions made."""
    return sum(make(image) for image in images_of(item))
