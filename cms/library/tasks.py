"""Work on files that no reader waits for."""

from django.contrib.contenttypes.models import ContentType
from django_tasks import task

from .services import make_renditions


@task()
def renditions_of(content_type_id: int, pk: str) -> int:
    """Make the renditions of an item that has just become public."""
    model = ContentType.objects.get_for_id(content_type_id).model_class()
    item = model._base_manager.filter(pk=pk).first() if model else None
    return make_renditions(item) if item else 0
