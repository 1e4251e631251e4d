"""An item has become public: its pictures are made ready, outside the request."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.dispatch import receiver
from wagtail.signals import published

from cms.moderation.models import Moderated

from .tasks import renditions_of


@receiver(published)
def make_pictures_ready(sender: Any, instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Moderated) and instance.live:
        kind = ContentType.objects.get_for_model(instance, for_concrete_model=True)
        transaction.on_commit(lambda: renditions_of.enqueue(kind.pk, str(instance.pk)))
