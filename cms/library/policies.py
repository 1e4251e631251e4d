"""Wagtail asks a policy who may upload, choose and describe files: seats answer."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import register_permission_policy

from cms.accounts import permissions as may

from .showing import Shown, shown

CHANGES = {"change", "delete"}


class SeatFilePolicy(CollectionOwnershipPermissionPolicy):
    """Contributors and leads upload; they see and change their own agency's files. What is public stands still."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return self.user_has_any_permission(user, [action])

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return user.is_active and (user.is_superuser or may.is_staff(user))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        if action in CHANGES and shown(instance) is not Shown.UNKNOWN:
            return False
        return self.instances_user_has_any_permission_for(user, [action]).filter(pk=instance.pk).exists()

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Any) -> bool:
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> Any:
        files = self.model._default_manager.all()
        if not user.is_active:
            return files.none()
        reads_all = user.is_superuser or may.is_moderator(user) or may.is_director(user)
        if user.is_superuser or (reads_all and not CHANGES.intersection(actions)):
            return files
        own = Q(agency__in=may.agencies(user, "contribute", "approve"))
        return files.filter(own | Q(uploaded_by_user=user))

    def instances_user_has_permission_for(self, user: Any, action: str) -> Any:
        return self.instances_user_has_any_permission_for(user, [action])

    def collections_user_has_any_permission_for(self, user: Any, actions: Any) -> Any:
        return Collection.objects.all() if self.user_has_any_permission(user, actions) else Collection.objects.none()

    def collections_user_has_permission_for(self, user: Any, action: str) -> Any:
        return self.collections_user_has_any_permission_for(user, [action])


def register() -> None:
    """For exactly our models, since Wagtail registers a policy of its own for them and their kin when it is ready."""
    for model in (get_image_model(), get_document_model()):
        policy = SeatFilePolicy(model, auth_model=model, owner_field_name="uploaded_by_user")
        register_permission_policy(model, policy, exact_class=True)
