"""What happens to records, heard: entries change in the same transaction, engines follow after the commit.

They live here because those who publish must not know that there is a search. Where many records change together,
their entries are settled once, at the end of the transaction.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import page_published, page_unpublished

from cms.core.together import put_off
from cms.moderation.models import ItemStatus
from cms.organisation.models import AdministrativeUnit, Agency, AgencySuccession, UnitSuccession
from cms.pages.models import FieldOfManagement, Theme

from . import lists, services, tasks
from .models import Audience, PinnedResult, SearchEntry, SynonymSet
from .sources import searchable_models

NAMED = (Agency, AgencySuccession, AdministrativeUnit, UnitSuccession, Theme, FieldOfManagement)
for listed in (SynonymSet, PinnedResult, *NAMED):
    for signal in (post_save, post_delete):
        signal.connect(lists.changed, sender=listed, dispatch_uid=f"search lists {listed.__name__}")


@receiver(page_published)
def published(sender: type, instance: Page, **kwargs: Any) -> None:
    """What a decision made public can be found."""
    if not put_off(services.settle, instance.pk):
        services.published(instance)


@receiver(page_unpublished)
def unpublished(sender: type, instance: Page, **kwargs: Any) -> None:
    """What was withdrawn is found no more."""
    if not put_off(services.settle, instance.pk):
        services.forget(instance, Audience.PUBLIC)


@receiver(post_save, sender=Revision)
def draft_saved(sender: type, instance: Revision, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Those who work on a page find its latest draft."""
    changed = kwargs.get("update_fields") or {"content"}
    if "content" not in changed or raw or not is_of_a_page(instance):
        return
    if not put_off(services.settle, int(instance.object_id)):
        services.drafted(draft_in(instance, is_new=created))


def is_of_a_page(revision: Revision) -> bool:
    model = ContentType.objects.get_for_id(revision.content_type_id).model_class()
    return issubclass(model or object, searchable_models())


def draft_in(revision: Revision, *, is_new: bool) -> Page:
    """The draft. The very page that was saved is at hand with a new revision; reading it back takes longest of all."""
    is_at_hand = is_new and Revision.content_object.is_cached(revision)
    return revision.content_object if is_at_hand else revision.as_object()


@receiver(post_save, sender=ItemStatus)
def state_changed(sender: type, instance: ItemStatus, raw: bool = False, **kwargs: Any) -> None:
    """An item's state tells who may find it, and screening hides it from everybody."""
    is_of_ours = not raw and ContentType.objects.get_for_id(instance.base_content_type_id).model_class() is Page
    if is_of_ours and not put_off(services.settle, int(instance.object_id)):
        services.moved_on(instance)


@receiver([post_save, post_delete], sender=UnitSuccession)
def became_another(sender: type, instance: UnitSuccession, **kwargs: Any) -> None:
    """Records of a place are found under what it became."""
    entries = SearchEntry.objects.standing().exclude(places=[]).values_list("object_id", "places")
    numbers = {pk for pk, places in entries if instance.predecessor_id in places}
    if numbers:
        transaction.on_commit(lambda: tasks.settle.enqueue(sorted(numbers)), robust=True)


@receiver(post_delete)
def deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    """A page that is no more is found no more."""
    if isinstance(instance, searchable_models()) and not put_off(services.settle, instance.pk):
        services.forget(instance)
