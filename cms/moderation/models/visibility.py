"""Which rows a person may read: the same rule for explorer, chooser, preview, history, search and export."""

from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast

from ..querysets import ItemStatusQuerySet
from .decisions import public
from .status import ItemStatus


def visible(things: Any, user: Any) -> Any:
    """What is public, and what the person's seats show before it is public."""
    return things.filter(Q(pk__in=public(things.model._base_manager.all()).values("pk")) | Exists(seen_by(user)))


def seen_by(user: Any) -> ItemStatusQuerySet:
    """The row of the outer item, where the person may see it."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Page

    pages = ContentType.objects.get_for_model(Page)
    mine = ItemStatus.objects.visible_to(user)
    return mine.filter(base_content_type=pages, object_id=Cast(OuterRef("pk"), CharField()))
