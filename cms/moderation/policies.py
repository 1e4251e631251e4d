"""Wagtail asks a policy who may do what with pages: seats answer, and nobody may publish, superusers included."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from wagtail.models import AbstractPage, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from cms.accounts import permissions as seats

from .models import ItemStatus
from .models.visibility import visible

ROOT = PagePermissionPolicy._explorable_root_instance_cache_name  # where Wagtail keeps it for a request


class SeatPagePolicy(PagePermissionPolicy):
    """Pages by seat: who may see one in the explorer, who may write in it."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return self.user_has_any_permission(user, {action})

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return bool({*actions} - {"publish"}) and user.is_active and (user.is_superuser or seats.is_staff(user))

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Any) -> bool:
        rights = instance.permissions_for_user(user)
        asked = {*actions} - {"publish"}
        return bool(asked) and (rights.can_edit() or ("add" in asked and rights.can_add_subpage()))

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> Any:
        """Pages of the person's own agencies, which is where “add” and “change” lead."""
        pages = self.model._default_manager.all()
        if not {*actions} - {"publish"} or not user.is_active:
            return pages.none()
        return pages if user.is_superuser else pages.filter(Exists(own_status(user)))

    def explorable_instances(self, user: Any) -> Any:
        """What the explorer, choosers and the admin's search show: what the person may read, and the root."""
        pages = self.model._default_manager.all()
        if user.is_superuser:
            return pages
        if not seats.is_staff(user):
            return pages.none()
        return pages.filter(Q(depth=1) | Q(pk__in=visible(Page.objects.all(), user).values("pk")))

    def explorable_root_instance(self, user: Any) -> Any:
        """Everybody on a seat begins at the root. Wagtail would look for what the roots have in common."""
        if not hasattr(user, ROOT):
            setattr(user, ROOT, self.instances_with_direct_explore_permission(user).first())
        return getattr(user, ROOT)

    def instances_with_direct_explore_permission(self, user: Any) -> Any:
        return Page.objects.filter(depth=1) if user.is_superuser or seats.is_staff(user) else Page.objects.none()

    def users_with_any_permission_for_instance(
        self, actions: Any, instance: Any, include_superusers: bool = True
    ) -> Any:
        status = instance.specific.status
        people = [user.pk for kind in ("contribute", "approve") for user in seats.holders(kind, status.agency)]
        return get_user_model().objects.filter(pk__in=people)


def own_status(user: Any) -> Any:
    """The row of the outer page, where it belongs to an agency for which the person may write."""
    pages = ContentType.objects.get_for_model(Page)
    own = ItemStatus.objects.filter(agency__in=seats.agencies(user, "contribute", "approve"))
    return own.filter(base_content_type=pages, object_id=Cast(OuterRef("pk"), CharField()))


def register() -> None:
    register_permission_policy(AbstractPage, SeatPagePolicy())
